package org.relevo.workflow;

import org.flowable.engine.RuntimeService;
import org.relevo.rca.RcaEvents.CureProven;
import org.relevo.rca.RcaEvents.RcaApproved;
import org.relevo.rca.RcaEvents.RcaDemanded;
import org.relevo.rca.RcaEvents.RcaReopened;
import org.relevo.rca.RcaEvents.RcaReturned;
import org.relevo.rca.RcaEvents.RcaSkipAsked;
import org.relevo.rca.RcaEvents.RcaSkipRefused;
import org.relevo.rca.RcaEvents.RcaSkipped;
import org.relevo.rca.RcaEvents.RcaSubmitted;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each root-cause analysis and tells it what has happened outside it. */
@Component
class RcaProcesses {

    private static final String PROCESS = "rca";

    private final RuntimeService runtime;

    RcaProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(RcaDemanded demanded) {
        runtime.startProcessInstanceByKey(PROCESS, demanded.number().value());
    }

    /** At once: a repeat is seen just before a commit, when nothing else would be told before it any more. */
    @EventListener
    void on(RcaReopened reopened) {
        if (!tell(reopened.number(), "rcaReopened")) {
            runtime.startProcessInstanceByKey(PROCESS, reopened.number().value());
        }
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaSubmitted submitted) {
        tell(submitted.number(), "rcaSubmitted");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaReturned returned) {
        tell(returned.number(), "rcaReturned");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaApproved approved) {
        tell(approved.number(), "rcaApproved");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaSkipAsked asked) {
        tell(asked.number(), "rcaSkipAsked");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaSkipRefused refused) {
        tell(refused.number(), "rcaSkipRefused");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RcaSkipped skipped) {
        tell(skipped.number(), "rcaSkipped");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CureProven proven) {
        tell(proven.number(), "cureProven");
    }

    private boolean tell(WorkItemNumber number, String message) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(one -> runtime.messageEventReceived(message, one.getId()));
        return !waiting.isEmpty();
    }
}
