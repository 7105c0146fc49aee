package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.Rcas;

@Action(
        label = "Send to review",
        description = "Sends the analysis to review, if it has a root cause and its whys end at evidence.")
class SubmitRca implements JavaDelegate {

    private final Rcas rcas;

    SubmitRca(Rcas rcas) {
        this.rcas = rcas;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rcas.submit(Cases.number(execution), Acting.now(execution));
    }
}
