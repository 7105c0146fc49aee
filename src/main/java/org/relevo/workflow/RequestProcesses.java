package org.relevo.workflow;

import java.util.HashMap;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.relevo.project.report.ReportAsked;
import org.relevo.project.report.RequestEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each request of management, and tells it what has happened outside it. */
@Component
class RequestProcesses {

    private final RuntimeService runtime;

    RequestProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(ReportAsked asked) {
        var with = new HashMap<String, @Nullable Object>();
        with.put("lead", asked.lead());
        runtime.startProcessInstanceByKey("management-request", asked.number().value(), with);
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RequestEnded ended) {
        var message = switch (ended.state()) {
            case DECLINED -> "requestDeclined";
            case WITHDRAWN -> "requestWithdrawn";
            default -> "requestAnswered";
        };
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(ended.number().value(), true)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
    }
}
