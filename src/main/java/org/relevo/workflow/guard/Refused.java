package org.relevo.workflow.guard;

import org.flowable.common.engine.api.FlowableException;

/** What the engine is told when a model asks for more than it may have. */
class Refused extends FlowableException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
