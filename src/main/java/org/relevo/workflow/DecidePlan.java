package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueAction;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Decide plan",
        description =
                "Approves the action plan of an issue or returns it, by the variable planVerdict (approve or return), with the variable planReason; sets the variable openActions to how many actions are open.")
class DecidePlan implements JavaDelegate {

    private final IssueDesk issues;
    private final IssueActions actions;

    DecidePlan(IssueDesk issues, IssueActions actions) {
        this.issues = issues;
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        if ("return".equals(execution.getVariable("planVerdict"))) {
            issues.giveBack(number, Said.once(execution, "planReason"), Acting.now(execution));
        } else {
            issues.approve(number, Acting.now(execution));
        }
        execution.setVariable(
                "openActions",
                actions.of(number).stream().filter(IssueAction::open).count());
    }
}
