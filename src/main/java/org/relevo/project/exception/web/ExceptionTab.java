package org.relevo.project.exception.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class ExceptionTab implements ProjectTab {

    @Override
    public String path() {
        return "exceptions";
    }

    @Override
    public String messageKey() {
        return "exception.tab";
    }

    @Override
    public int order() {
        return 35;
    }
}
