package org.relevo.incident.crisis.web;

import java.time.Clock;
import java.util.stream.Collectors;
import org.relevo.incident.CaseCourse;
import org.relevo.incident.crisis.CrisisActions;
import org.relevo.incident.crisis.CrisisRoles;
import org.relevo.incident.crisis.Hypotheses;
import org.relevo.incident.crisis.Meetings;
import org.relevo.incident.crisis.OnIt;
import org.relevo.incident.crisis.RoleHolder;
import org.relevo.incident.crisis.ShiftHandovers;
import org.relevo.incident.crisis.Workarounds;
import org.springframework.stereotype.Component;

/** Gathers what the API tells of a crisis room. */
@Component
class RoomTold {

    private final RoomView view;
    private final CrisisRoles roles;
    private final OnIt onIt;
    private final Hypotheses hypotheses;
    private final Workarounds workarounds;
    private final CrisisActions actions;
    private final Meetings meetings;
    private final ShiftHandovers handovers;
    private final CaseCourse course;
    private final Clock clock;

    RoomTold(
            RoomView view,
            CrisisRoles roles,
            OnIt onIt,
            Hypotheses hypotheses,
            Workarounds workarounds,
            CrisisActions actions,
            Meetings meetings,
            ShiftHandovers handovers,
            CaseCourse course,
            Clock clock) {
        this.view = view;
        this.roles = roles;
        this.onIt = onIt;
        this.hypotheses = hypotheses;
        this.workarounds = workarounds;
        this.actions = actions;
        this.meetings = meetings;
        this.handovers = handovers;
        this.course = course;
        this.clock = clock;
    }

    RoomJson of(String number) {
        var item = view.item(number);
        var now = clock.instant();
        return new RoomJson(
                item.number().value(),
                item.title(),
                item.state(),
                item.priority(),
                roles.of(item.number()).stream().collect(Collectors.toMap(RoleHolder::role, one -> one)),
                onIt.of(item).stream().map(RoomJson.Engaged::of).toList(),
                hypotheses.of(item.number()),
                workarounds.of(item.number()),
                actions.of(item.number()),
                meetings.of(item.number()).stream().map(RoomJson.Met::of).toList(),
                handovers.of(item.number()),
                course.steps(item.number()).stream()
                        .map(step -> RoomJson.Passed.of(step, now))
                        .toList());
    }
}
