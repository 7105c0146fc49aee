package org.relevo.workflow;

import java.util.ArrayList;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.handover.Criterion;
import org.relevo.handover.Handovers;

@Action(
        label = "Plan handover",
        description = "Sets when the service goes live and how long early life support lasts.",
        inputs = {
            @Action.Variable(
                    name = "goLiveOn",
                    label = "Day on which the service goes live",
                    type = "date",
                    required = true),
            @Action.Variable(
                    name = "earlyLifeDays",
                    label = "Days of early life support",
                    type = "long",
                    required = true)
        },
        outputs = {
            @Action.Variable(name = "criteria", label = "The criteria that are still to be shown", type = "list"),
            @Action.Variable(name = "anyCriterion", label = "Whether anything is to be shown", type = "boolean")
        })
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
