package org.relevo.workflow;

import java.util.HashMap;
import java.util.List;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.HandoverEvents.CriterionSettled;
import org.relevo.handover.HandoverEvents.GateOpened;
import org.relevo.handover.HandoverEvents.GateReopened;
import org.relevo.handover.HandoverEvents.HandoverRequested;
import org.relevo.handover.HandoverEvents.RolledBack;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each handover and tells it what has happened outside it. */
@Component
class HandoverProcesses {

    private final RuntimeService runtime;

    HandoverProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(HandoverRequested requested) {
        var with = new HashMap<String, @Nullable Object>();
        with.put("manager", requested.manager());
        runtime.startProcessInstanceByKey(
                "operations-handover", requested.number().value(), with);
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CriterionSettled settled) {
        var id = String.valueOf(settled.criterion());
        waiting(settled.number(), "criterionSettled").stream()
                .filter(one -> id.equals(runtime.getVariable(one.getId(), "criterion")))
                .forEach(one -> runtime.messageEventReceived("criterionSettled", one.getId()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(GateOpened opened) {
        var with = new HashMap<String, @Nullable Object>();
        with.put("acceptor", opened.acceptor());
        waiting(opened.number(), "gateOpened")
                .forEach(one -> runtime.messageEventReceived("gateOpened", one.getId(), with));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(GateReopened reopened) {
        tell(reopened.number(), "gateReopened");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RolledBack back) {
        tell(back.number(), "handoverRolledBack");
    }

    private void tell(WorkItemNumber number, String message) {
        waiting(number, message).forEach(one -> runtime.messageEventReceived(message, one.getId()));
    }

    private List<Execution> waiting(WorkItemNumber number, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list();
    }
}
