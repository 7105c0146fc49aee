package org.relevo.workflow;

import java.util.List;
import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.relevo.commitment.CommitmentBreached;
import org.relevo.escalation.EscalationLevelReached;
import org.relevo.escalation.EscalationsEnded;
import org.relevo.incident.CrisisMeetingEnded;
import org.relevo.incident.IncidentAcknowledged;
import org.relevo.incident.IncidentClosed;
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
    void on(IncidentClosed closed) {
        if (closed.confirmed()) {
            waiting(closed.workItem()).forEach(runtime::trigger);
        } else {
            tell(closed.workItem(), "quietTimeOver");
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CrisisMeetingEnded ended) {
        tell(ended.workItem(), "crisisMeetingEnded", Map.of("anotherMeeting", ended.another()));
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

    /** A receive task is met by its id: the engine subscribes to no message for it. */
    private List<String> waiting(WorkItemNumber number) {
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .activityId("waitForConfirmation")
                .list()
                .stream()
                .map(Execution::getId)
                .toList();
    }

    private void tell(WorkItemNumber number, String message) {
        tell(number, message, Map.of());
    }

    private void tell(WorkItemNumber number, String message, Map<String, Object> with) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId(), with));
    }
}
