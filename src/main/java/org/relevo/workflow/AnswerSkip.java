package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.Rcas;

@Action(
        label = "Answer the wish to skip",
        description = "Leaves the analysis out, or does not.",
        inputs = {
            @Action.Variable(name = "skipAnswer", label = "agree or refuse", type = "enum", required = true),
            @Action.Variable(name = "skipReason", label = "Reason, where it is refused")
        })
class AnswerSkip implements JavaDelegate {

    private final Rcas rcas;

    AnswerSkip(Rcas rcas) {
        this.rcas = rcas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        if ("agree".equals(execution.getVariable("skipAnswer"))) {
            rcas.agreeToSkip(number, Acting.now(execution));
        } else {
            rcas.refuseToSkip(number, Said.once(execution, "skipReason"), Acting.now(execution));
        }
    }
}
