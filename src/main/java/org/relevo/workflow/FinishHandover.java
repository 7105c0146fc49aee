package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Handovers;

@Action(
        label = "Finish handover",
        description = "Ends early life support and accepts the service finally, or rolls it back.",
        inputs = {
            @Action.Variable(name = "verdict", label = "accept or rollBack", type = "enum", required = true),
            @Action.Variable(name = "reason", label = "Reason", required = true)
        })
class FinishHandover implements JavaDelegate {

    private final Handovers handovers;

    FinishHandover(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var by = Acting.now(execution);
        var reason = Said.once(execution, "reason");
        if (Said.text(execution, "verdict").equals("accept")) {
            handovers.finish(number, reason, by);
        } else {
            handovers.rollBack(number, reason, by);
        }
    }
}
