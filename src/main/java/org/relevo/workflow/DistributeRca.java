package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.Rcas;

@Action(
        label = "Send to management",
        description =
                "Mails the approved analysis to management as a PDF, and notes in the variable unproven how many actions are still to prove.")
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
