package org.relevo.project.issue.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class IssuesTab implements ProjectTab {

    @Override
    public String path() {
        return "issues";
    }

    @Override
    public String messageKey() {
        return "issue.tab";
    }

    @Override
    public int order() {
        return 30;
    }
}
