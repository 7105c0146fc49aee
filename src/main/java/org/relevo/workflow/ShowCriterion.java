package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Criteria;

@Action(
        label = "Show criterion",
        description = "Records what shows that a criterion is met.",
        inputs = {
            @Action.Variable(name = "criterion", label = "The criterion"),
            @Action.Variable(name = "evidence", label = "What shows it", required = true),
            @Action.Variable(name = "evidenceLink", label = "Address of the document")
        })
class ShowCriterion implements JavaDelegate {

    private final Criteria criteria;

    ShowCriterion(Criteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public void execute(DelegateExecution execution) {
        criteria.show(
                Long.parseLong(Said.text(execution, "criterion")),
                Said.fields(execution, "evidence:text", "evidenceLink:link"),
                Acting.now(execution));
    }
}
