package org.relevo.handover.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class HandoversOfProject implements ProjectTab {

    @Override
    public String path() {
        return "handovers";
    }

    @Override
    public String messageKey() {
        return "handover.title";
    }

    @Override
    public int order() {
        return 55;
    }
}
