package org.relevo.handover.lineage.web;

import org.relevo.service.ServiceTab;
import org.springframework.stereotype.Component;

@Component
class ServiceLineageTab implements ServiceTab {

    @Override
    public String path() {
        return "lineage";
    }

    @Override
    public String messageKey() {
        return "lineage.tab";
    }
}
