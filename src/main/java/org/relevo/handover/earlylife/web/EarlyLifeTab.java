package org.relevo.handover.earlylife.web;

import org.relevo.handover.HandoverTab;
import org.springframework.stereotype.Component;

@Component
class EarlyLifeTab implements HandoverTab {

    @Override
    public String path() {
        return "early-life";
    }

    @Override
    public String messageKey() {
        return "early.tab";
    }

    @Override
    public int order() {
        return 20;
    }
}
