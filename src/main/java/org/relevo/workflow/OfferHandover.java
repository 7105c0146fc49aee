package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Handovers;

@Action(
        label = "Offer handover",
        description = "Looks at the gate, and offers the service to operations where it is open.",
        outputs = {
            @Action.Variable(name = "passes", label = "Whether the gate is open", type = "boolean"),
            @Action.Variable(name = "acceptor", label = "Who accepts on behalf of operations")
        })
class OfferHandover implements JavaDelegate {

    private final Handovers handovers;

    OfferHandover(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        execution.setVariable("passes", handovers.offer(number, Acting.now(execution)));
        execution.setVariable("acceptor", handovers.acceptor(number));
    }
}
