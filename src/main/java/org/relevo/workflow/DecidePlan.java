package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.IssueAction;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;

@Action(
        label = "Decide plan",
        description = "Approves the action plan of an issue, or returns it.",
        inputs = {
            @Action.Variable(name = "planVerdict", label = "approve or return", type = "enum", required = true),
            @Action.Variable(name = "planReason", label = "Reason, where it is returned")
        },
        outputs = {@Action.Variable(name = "openActions", label = "How many actions are open", type = "long")})
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
