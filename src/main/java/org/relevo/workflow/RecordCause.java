package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Record cause",
        description = "Records the root cause of an issue.",
        inputs = {@Action.Variable(name = "cause", label = "Root cause", required = true)})
class RecordCause implements JavaDelegate {

    private final IssueDesk issues;

    RecordCause(IssueDesk issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.cause(Cases.number(execution), Said.once(execution, "cause"), Acting.now(execution));
    }
}
