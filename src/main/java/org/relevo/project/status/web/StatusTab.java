package org.relevo.project.status.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class StatusTab implements ProjectTab {

    @Override
    public String path() {
        return "status";
    }

    @Override
    public String messageKey() {
        return "status.tab";
    }

    @Override
    public int order() {
        return 5;
    }
}
