package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.Rcas;

@Action(
        label = "Record review",
        description = "Approves the analysis, or returns it.",
        inputs = {
            @Action.Variable(name = "verdict", label = "approve or return", type = "enum", required = true),
            @Action.Variable(name = "reason", label = "Reason, where it is returned")
        })
class RecordReview implements JavaDelegate {

    private final Rcas rcas;

    RecordReview(Rcas rcas) {
        this.rcas = rcas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var reason = Said.once(execution, "reason");
        if ("return".equals(execution.getVariable("verdict"))) {
            rcas.giveBack(number, reason, Acting.now(execution));
        } else {
            rcas.approve(number, Acting.now(execution));
        }
    }
}
