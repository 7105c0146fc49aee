package org.relevo.workflow;

import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.relevo.project.raid.AssumptionEvents.AssumptionExpired;
import org.relevo.project.raid.AssumptionEvents.AssumptionSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has each expired assumption reviewed by its owner, and ends the review where it was settled on its page. */
@Component
class AssumptionReviews {

    private static final String SETTLED = "assumptionSettled";

    private final RuntimeService runtime;

    AssumptionReviews(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(AssumptionExpired expired) {
        runtime.startProcessInstanceByKey(
                "assumption-review",
                expired.number().value(),
                Map.of("assumption", expired.assumption(), "assumed", expired.text(), "owner", expired.owner()));
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AssumptionSettled settled) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(settled.number().value(), true)
                .processVariableValueEquals("assumption", settled.assumption())
                .messageEventSubscriptionName(SETTLED)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(SETTLED, waiting.getId()));
    }
}
