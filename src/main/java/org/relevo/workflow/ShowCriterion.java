package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Criteria;

@Action(
        label = "Show criterion",
        description =
                "Adds evidence to the criterion whose id is in the variable criterion, by the variables evidence and evidenceLink.")
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
