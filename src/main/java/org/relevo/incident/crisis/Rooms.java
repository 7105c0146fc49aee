package org.relevo.incident.crisis;

import org.relevo.incident.CaseCourse;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** All crisis rooms, as those see them who look. */
@Component
public class Rooms {

    private final WorkItems workItems;
    private final CrisisRoles roles;
    private final OnIt onIt;
    private final Hypotheses hypotheses;
    private final Workarounds workarounds;
    private final CrisisActions actions;
    private final Meetings meetings;
    private final ShiftHandovers handovers;
    private final CaseCourse course;

    Rooms(
            WorkItems workItems,
            CrisisRoles roles,
            OnIt onIt,
            Hypotheses hypotheses,
            Workarounds workarounds,
            CrisisActions actions,
            Meetings meetings,
            ShiftHandovers handovers,
            CaseCourse course) {
        this.workItems = workItems;
        this.roles = roles;
        this.onIt = onIt;
        this.hypotheses = hypotheses;
        this.workarounds = workarounds;
        this.actions = actions;
        this.meetings = meetings;
        this.handovers = handovers;
        this.course = course;
    }

    /** The case itself; refused where there is none. */
    public WorkItem item(WorkItemNumber number) {
        return workItems.find(number).filter(CrisisLog::mayBeACrisis).orElseThrow(() -> CrisisLog.unknown(number));
    }

    public Room of(WorkItem item) {
        var number = item.number();
        return new Room(
                item,
                roles.of(number),
                onIt.of(item),
                hypotheses.of(number),
                workarounds.of(number),
                actions.of(number),
                meetings.of(number),
                handovers.of(number),
                course.steps(number));
    }
}
