package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.issue.Alignment;

@Action(
        label = "Align parties",
        description = "Calls the parties of an issue to a meeting and asks each for a position.",
        inputs = {
            @Action.Variable(
                    name = "parties",
                    label = "Usernames of the parties, with blanks between them",
                    required = true),
            @Action.Variable(name = "positionsBy", label = "Their positions until", type = "date"),
            @Action.Variable(name = "meetingOn", label = "Day of the meeting", type = "date"),
            @Action.Variable(name = "meetingAt", label = "Its time, such as 14:30"),
            @Action.Variable(name = "meetingMinutes", label = "Its length in minutes", type = "long"),
            @Action.Variable(name = "meetingLink", label = "Address of the conference")
        },
        outputs = {
            @Action.Variable(name = "asked", label = "Those who are asked", type = "list"),
            @Action.Variable(name = "anybody", label = "Whether anybody is asked", type = "boolean")
        })
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
