package org.relevo.workflow;

import java.util.HashMap;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.relevo.project.issue.IssueEvents.ActionsEnded;
import org.relevo.project.issue.IssueEvents.IssueOpened;
import org.relevo.project.issue.IssueEvents.IssueWithdrawn;
import org.relevo.project.issue.IssueEvents.PositionsClosed;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the process of each issue of a project, and tells it what has happened outside it. */
@Component
class IssueProcesses {

    private final RuntimeService runtime;

    IssueProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(IssueOpened opened) {
        var with = new HashMap<String, @Nullable Object>();
        with.put("lead", opened.lead());
        runtime.startProcessInstanceByKey("project-issue", opened.number().value(), with);
    }

    /** Just before the commit, when the engine has finished what may have caused this. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ActionsEnded ended) {
        tell(ended.number(), "issueActionsEnded");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PositionsClosed closed) {
        tell(closed.number(), "issuePositionsClosed");
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(IssueWithdrawn withdrawn) {
        tell(withdrawn.number(), "issueWithdrawn");
    }

    private void tell(WorkItemNumber number, String message) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(number.value(), true)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
    }
}
