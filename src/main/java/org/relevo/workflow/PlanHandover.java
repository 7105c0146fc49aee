package org.relevo.workflow;

import java.util.ArrayList;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Criterion;
import org.relevo.handover.Handovers;

@Action(
        label = "Plan handover",
        description =
                "Sets when the service goes live and how long early life support is to last, by the variables goLiveOn and earlyLifeDays; sets the variable criteria to the ids of what is still to be shown.")
class PlanHandover implements JavaDelegate {

    private final Handovers handovers;

    PlanHandover(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        handovers.plan(number, Said.fields(execution, "goLiveOn", "earlyLifeDays"), Acting.now(execution));
        var open = handovers.criteria(number).stream()
                .filter(Criterion::missing)
                .map(one -> String.valueOf(one.id()))
                .toList();
        execution.setVariable("criteria", new ArrayList<>(open));
        execution.setVariable("anyCriterion", !open.isEmpty());
    }
}
