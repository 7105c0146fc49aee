package org.relevo.project.earned.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class EarnedTab implements ProjectTab {

    @Override
    public String path() {
        return "earned-value";
    }

    @Override
    public String messageKey() {
        return "earned.tab";
    }

    @Override
    public int order() {
        return 20;
    }
}
