package org.relevo.project.raid.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class RaidTab implements ProjectTab {

    @Override
    public String path() {
        return "risks";
    }

    @Override
    public String messageKey() {
        return "risk.tab";
    }

    @Override
    public int order() {
        return 40;
    }
}
