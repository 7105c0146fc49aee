package org.relevo.project.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

/** The project's own page. */
@Component
class OverviewTab implements ProjectTab {

    @Override
    public String path() {
        return "";
    }

    @Override
    public String messageKey() {
        return "project.tab.overview";
    }

    @Override
    public int order() {
        return 0;
    }
}
