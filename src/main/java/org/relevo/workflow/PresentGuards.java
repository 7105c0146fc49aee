package org.relevo.workflow;

import org.flowable.engine.RepositoryService;
import org.relevo.workflow.guard.Catalogue;
import org.relevo.workflow.guard.Guards;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

@Component
class PresentGuards implements Guards {

    private final ListableBeanFactory beans;
    private final RepositoryService repository;

    PresentGuards(ListableBeanFactory beans, RepositoryService repository) {
        this.beans = beans;
        this.repository = repository;
    }

    @Override
    public Catalogue catalogue() {
        return ActionCatalogue.of(ActionCatalogue.actions(beans), ActionCatalogue.deployed(repository));
    }
}
