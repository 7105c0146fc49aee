package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueDesk;
import org.relevo.project.issue.ProjectIssue;

@Action(
        label = "Finish issue",
        description = "Closes an issue, or plans more actions.",
        inputs = {
            @Action.Variable(name = "ending", label = "solved, accepted or more", type = "enum", required = true),
            @Action.Variable(name = "endReason", label = "Why, or what else there is to say")
        })
class FinishIssue implements JavaDelegate {

    private final IssueDesk issues;

    FinishIssue(IssueDesk issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var reason = Said.once(execution, "endReason");
        switch (Said.text(execution, "ending")) {
            case "more" -> issues.planMore(number, Acting.now(execution));
            case "accepted" -> issues.close(number, ProjectIssue.Outcome.ACCEPTED, reason, Acting.now(execution));
            default -> issues.close(number, ProjectIssue.Outcome.SOLVED, reason, Acting.now(execution));
        }
    }
}
