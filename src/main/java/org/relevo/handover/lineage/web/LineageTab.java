package org.relevo.handover.lineage.web;

import org.relevo.handover.HandoverTab;
import org.springframework.stereotype.Component;

@Component
class LineageTab implements HandoverTab {

    @Override
    public String path() {
        return "lineage";
    }

    @Override
    public String messageKey() {
        return "lineage.tab";
    }

    @Override
    public int order() {
        return 30;
    }
}
