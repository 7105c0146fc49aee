package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Submit plan",
        description = "Sends the action plan of an issue to approval.",
        outputs = {@Action.Variable(name = "approver", label = "Who approves the plan")})
class SubmitPlan implements JavaDelegate {

    private final IssueDesk issues;

    SubmitPlan(IssueDesk issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("approver", issues.submit(Cases.number(execution), Acting.now(execution)));
    }
}
