package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.Alignment;

@Action(
        label = "Record position",
        description = "Records what a party says of an issue.",
        inputs = {
            @Action.Variable(
                    name = "stance",
                    label = "agrees, conditions or disagrees",
                    type = "enum",
                    required = true),
            @Action.Variable(name = "position", label = "In words")
        })
class RecordPosition implements JavaDelegate {

    private final Alignment alignment;

    RecordPosition(Alignment alignment) {
        this.alignment = alignment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alignment.position(
                Cases.number(execution),
                Said.text(execution, "stance"),
                Said.once(execution, "position"),
                Acting.now(execution));
    }
}
