package org.relevo.handover.knowledge.web;

import org.relevo.handover.HandoverTab;
import org.springframework.stereotype.Component;

@Component
class KnowledgeTab implements HandoverTab {

    @Override
    public String path() {
        return "knowledge";
    }

    @Override
    public String messageKey() {
        return "knowledge.tab";
    }

    @Override
    public int order() {
        return 10;
    }
}
