package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.Rcas;

@Action(
        label = "Send to management",
        description =
                "Mails the approved analysis to management as a PDF, and counts the actions that are still to prove.",
        outputs = {@Action.Variable(name = "unproven", label = "How many actions are still to prove", type = "long")})
class DistributeRca implements JavaDelegate {

    private final Rcas rcas;

    DistributeRca(Rcas rcas) {
        this.rcas = rcas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var unproven = rcas.distribute(Cases.number(execution), Acting.now(execution));
        execution.setVariable("unproven", unproven);
    }
}
