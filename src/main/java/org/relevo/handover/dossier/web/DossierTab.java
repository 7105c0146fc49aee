package org.relevo.handover.dossier.web;

import org.relevo.handover.HandoverTab;
import org.springframework.stereotype.Component;

@Component
class DossierTab implements HandoverTab {

    @Override
    public String path() {
        return "dossier";
    }

    @Override
    public String messageKey() {
        return "dossier.tab";
    }

    @Override
    public int order() {
        return 40;
    }
}
