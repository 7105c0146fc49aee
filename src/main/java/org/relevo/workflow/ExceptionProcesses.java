package org.relevo.workflow;

import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.relevo.project.exception.ExceptionEvents.ExceptionDecided;
import org.relevo.project.exception.ExceptionEvents.ExceptionDemanded;
import org.relevo.project.exception.ExceptionEvents.ExceptionReturned;
import org.relevo.project.exception.ExceptionEvents.ExceptionSubmitted;
import org.relevo.project.exception.ExceptionEvents.ExceptionWithdrawn;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each exception report and tells it what has happened outside it. */
@Component
class ExceptionProcesses {

    private static final String PROCESS = "exception-report";

    private final RuntimeService runtime;

    ExceptionProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(ExceptionDemanded demanded) {
        runtime.startProcessInstanceByKey(PROCESS, demanded.number().value(), with("writer", demanded.writer()));
    }

    /** At once: a project comes back within its tolerance just before a commit, when nothing else would be told any more. */
    @EventListener
    void on(ExceptionWithdrawn withdrawn) {
        tell(withdrawn.number(), "exceptionWithdrawn", Map.of());
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ExceptionSubmitted submitted) {
        tell(submitted.number(), "exceptionSubmitted", with("decider", submitted.decider()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ExceptionReturned returned) {
        tell(returned.number(), "exceptionReturned", with("writer", returned.writer()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ExceptionDecided decided) {
        tell(decided.number(), "exceptionDecided", Map.of());
    }

    /** Nobody may be named; then the task is for whoever has its role. */
    private static Map<String, @Nullable Object> with(String name, @Nullable String person) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(name, person);
        return variables;
    }

    private void tell(WorkItemNumber number, String message, Map<String, @Nullable Object> with) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId(), with));
    }
}
