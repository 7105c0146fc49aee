package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Assess issue",
        description = "Rates the impact of an issue by the variables days, cost, scope, urgency and words.")
class AssessIssue implements JavaDelegate {

    private final IssueDesk issues;

    AssessIssue(IssueDesk issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.assess(
                Cases.number(execution),
                Said.fields(execution, "days", "cost", "scope", "urgency", "words"),
                Acting.now(execution));
    }
}
