package org.relevo.workflow;

import java.util.HashMap;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.relevo.project.status.StatusQuestioned;
import org.relevo.project.status.StatusSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each question about a status, and ends it where the answer is no longer needed. */
@Component
class StatusProcesses {

    private final RuntimeService runtime;

    StatusProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(StatusQuestioned questioned) {
        var with = new HashMap<String, @Nullable Object>();
        with.put("author", questioned.author());
        with.put("contradiction", questioned.contradiction());
        runtime.startProcessInstanceByKey("status-question", questioned.number().value(), with);
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(StatusSettled settled) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(settled.number().value(), true)
                .processVariableValueEquals("contradiction", settled.contradiction())
                .messageEventSubscriptionName("statusSettled")
                .list()
                .forEach(waiting -> runtime.messageEventReceived("statusSettled", waiting.getId()));
    }
}
