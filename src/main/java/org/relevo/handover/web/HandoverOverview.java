package org.relevo.handover.web;

import org.relevo.handover.HandoverTab;
import org.springframework.stereotype.Component;

@Component
class HandoverOverview implements HandoverTab {

    @Override
    public String path() {
        return "";
    }

    @Override
    public String messageKey() {
        return "handover.overview";
    }

    @Override
    public int order() {
        return 0;
    }
}
