package org.relevo.project.money.web;

import org.relevo.project.ProjectTab;
import org.springframework.stereotype.Component;

@Component
class MoneyTab implements ProjectTab {

    @Override
    public String path() {
        return "money";
    }

    @Override
    public String messageKey() {
        return "money.tab";
    }

    @Override
    public int order() {
        return 10;
    }
}
