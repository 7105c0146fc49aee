package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Handovers;

@Action(
        label = "Take live",
        description = "Takes the service live, or gives it back to the project.",
        inputs = {
            @Action.Variable(name = "verdict", label = "live or rollBack", type = "enum", required = true),
            @Action.Variable(name = "reason", label = "Reason", required = true)
        })
class TakeLive implements JavaDelegate {

    private final Handovers handovers;

    TakeLive(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var by = Acting.now(execution);
        var reason = Said.once(execution, "reason");
        if (Said.text(execution, "verdict").equals("live")) {
            handovers.goLive(number, reason, by);
        } else {
            handovers.rollBack(number, reason, by);
        }
        execution.setVariable("acceptor", handovers.acceptor(number));
    }
}
