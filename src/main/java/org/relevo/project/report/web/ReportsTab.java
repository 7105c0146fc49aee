package org.relevo.project.report.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class ReportsTab implements ProjectTab {

    @Override
    public String path() {
        return "reports";
    }

    @Override
    public String messageKey() {
        return "report.tab";
    }

    @Override
    public int order() {
        return 50;
    }
}
