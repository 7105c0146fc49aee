package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.Alignment;

@Action(
        label = "Align parties",
        description =
                "Calls the parties of an issue to a meeting and asks each for a position, by the variables parties, positionsBy, meetingOn, meetingAt, meetingMinutes and meetingLink; sets the variable asked to those who are asked.")
class AlignParties implements JavaDelegate {

    private final Alignment alignment;

    AlignParties(Alignment alignment) {
        this.alignment = alignment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = alignment.align(
                Cases.number(execution),
                Said.fields(
                        execution,
                        "parties",
                        "positionsBy:by",
                        "meetingOn",
                        "meetingAt",
                        "meetingMinutes:minutes",
                        "meetingLink:link"),
                Acting.now(execution));
        execution.setVariable("asked", new java.util.ArrayList<>(asked));
        execution.setVariable("anybody", !asked.isEmpty());
    }
}
