package org.relevo.workflow;

import java.util.Objects;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Criteria;

@Action(
        label = "Assign criterion",
        description = "Says which criterion is to be shown, and who answers for it.",
        inputs = {@Action.Variable(name = "criterion", label = "The criterion")},
        outputs = {
            @Action.Variable(name = "criterionTitle", label = "The criterion in words"),
            @Action.Variable(name = "criterionOwner", label = "Who answers for it")
        })
class AssignCriterion implements JavaDelegate {

    private final Criteria criteria;

    AssignCriterion(Criteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var criterion = criteria.get(Long.parseLong(Said.text(execution, "criterion")));
        var one = Objects.requireNonNull(execution.getParent(), "a criterion has a sub-process of its own");
        one.setVariableLocal("criterionOwner", criterion.owner());
        one.setVariableLocal("criterionTitle", criterion.title());
    }
}
