package org.relevo.workflow;

import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.relevo.commitment.CommitmentBreached;
import org.relevo.escalation.EscalationLevelReached;
import org.relevo.escalation.EscalationsEnded;
import org.relevo.incident.IncidentAcknowledged;
import org.relevo.incident.IncidentResolved;
import org.relevo.rules.Metric;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the process of a case, as messages, what has happened outside it. */
@Component
class CaseProcesses {

    private final RuntimeService runtime;

    CaseProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(IncidentAcknowledged acknowledged) {
        tell(acknowledged.workItem(), "incidentAcknowledged");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(IncidentResolved resolved) {
        tell(resolved.workItem(), "incidentResolved");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CommitmentBreached breached) {
        if (breached.commitment().metric() == Metric.RESPONSE) {
            tell(breached.commitment().workItem(), "responseBreached");
        }
    }

    /** What a level does beyond telling people is drawn in a process of its own, so that an admin can change it. */
    @EventListener
    void on(EscalationLevelReached reached) {
        runtime.startProcessInstanceByKey(
                "escalation", reached.workItem().value(), Map.of("task", reached.task(), "level", reached.level()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(EscalationsEnded ended) {
        tell(ended.workItem(), "escalationsEnded");
    }

    private void tell(WorkItemNumber number, String message) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
    }
}
