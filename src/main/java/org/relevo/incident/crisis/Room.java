package org.relevo.incident.crisis;

import java.util.List;
import java.util.Optional;
import org.relevo.incident.CaseCourse;
import org.relevo.workitem.WorkItem;

/** Everything that a case's crisis room holds beside its timeline and commitments. */
public record Room(
        WorkItem item,
        List<RoleHolder> roles,
        List<OnIt.Engaged> onIt,
        List<Hypothesis> hypotheses,
        List<Workaround> workarounds,
        List<CrisisAction> actions,
        List<Meeting> meetings,
        List<ShiftHandover> handovers,
        List<CaseCourse.Step> steps) {

    /** The meeting that is called. */
    public Optional<Meeting> ahead() {
        return meetings.stream().filter(Meeting::ahead).findFirst();
    }
}
