package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Assess issue",
        description = "Rates the impact of an issue.",
        inputs = {
            @Action.Variable(name = "days", label = "Days that it takes", type = "long"),
            @Action.Variable(name = "cost", label = "What it costs"),
            @Action.Variable(name = "scope", label = "Weight of scope that it takes"),
            @Action.Variable(name = "urgency", label = "How soon it is felt", type = "enum"),
            @Action.Variable(name = "words", label = "The impact in words")
        })
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
