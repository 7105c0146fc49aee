package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Handovers;

@Action(
        label = "Answer handover",
        description = "Accepts, refuses or rolls back the handover on behalf of operations.",
        inputs = {
            @Action.Variable(name = "verdict", label = "accept, refuse or rollBack", type = "enum", required = true),
            @Action.Variable(name = "reason", label = "Reason", required = true)
        })
class AnswerHandover implements JavaDelegate {

    private final Handovers handovers;

    AnswerHandover(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var by = Acting.now(execution);
        var reason = Said.once(execution, "reason");
        switch (Said.text(execution, "verdict")) {
            case "accept" -> handovers.accept(number, reason, by);
            case "refuse" -> handovers.refuse(number, reason, by);
            default -> handovers.rollBack(number, reason, by);
        }
    }
}
