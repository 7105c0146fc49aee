package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Handovers;

@Action(
        label = "Choose criteria",
        description = "Chooses what is to be shown before the service is handed over, by the tier of the service.")
class ChooseCriteria implements JavaDelegate {

    private final Handovers handovers;

    ChooseCriteria(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.chooseCriteria(Cases.number(execution), Acting.now(execution));
    }
}
