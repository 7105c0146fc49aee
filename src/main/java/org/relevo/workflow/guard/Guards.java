package org.relevo.workflow.guard;

/** The guard by what there is at this moment. */
public interface Guards {

    Catalogue catalogue();

    default ModelGuard guard() {
        return new ModelGuard(catalogue());
    }
}
