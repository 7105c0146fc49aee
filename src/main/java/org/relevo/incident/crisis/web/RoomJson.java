package org.relevo.incident.crisis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.CaseCourse;
import org.relevo.incident.crisis.CrisisAction;
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.Hypothesis;
import org.relevo.incident.crisis.Meeting;
import org.relevo.incident.crisis.OnIt;
import org.relevo.incident.crisis.RoleHolder;
import org.relevo.incident.crisis.Room;
import org.relevo.incident.crisis.ShiftHandover;
import org.relevo.incident.crisis.Workaround;
import org.relevo.rules.Priority;
import org.relevo.workitem.State;

/** A crisis room as the API tells it. Times in UTC, people by username. */
@JsonInclude
record RoomJson(
        String number,
        String title,
        State state,
        @Nullable Priority priority,
        Map<CrisisRole, RoleHolder> roles,
        List<Engaged> onIt,
        List<Hypothesis> hypotheses,
        List<Workaround> workarounds,
        List<CrisisAction> actions,
        List<Met> meetings,
        List<ShiftHandover> handovers,
        List<Passed> steps) {

    /** Somebody who is on it, and why. */
    record Engaged(String username, String name, List<OnIt.Reason> reasons) {
        static Engaged of(OnIt.Engaged one) {
            return new Engaged(one.person().username(), one.person().name(), one.reasons());
        }
    }

    /** A meeting; its texts by heading, each with the version that a writer must have seen. */
    record Met(
            long id,
            Meeting.State state,
            Instant startsAt,
            int minutes,
            @Nullable String link,
            String calledBy,
            Instant calledAt,
            @Nullable Instant endedAt,
            int invitation,
            List<Meeting.Participant> participants,
            Map<Meeting.Part, Meeting.Text> texts) {
        static Met of(Meeting meeting) {
            return new Met(
                    meeting.id(),
                    meeting.state(),
                    meeting.startsAt(),
                    meeting.minutes(),
                    meeting.link(),
                    meeting.calledBy(),
                    meeting.calledAt(),
                    meeting.endedAt(),
                    meeting.sequence(),
                    meeting.participants(),
                    meeting.texts());
        }
    }

    /** A step of the process, and how long it took or has taken so far. */
    record Passed(
            String element,
            String name,
            Instant entered,
            @Nullable Instant left,
            Duration spent) {
        static Passed of(CaseCourse.Step step, Instant now) {
            return new Passed(step.element(), step.name(), step.entered(), step.left(), step.spent(now));
        }
    }

    static RoomJson of(Room room, Instant now) {
        var item = room.item();
        return new RoomJson(
                item.number().value(),
                item.title(),
                item.state(),
                item.priority(),
                room.roles().stream().collect(Collectors.toMap(RoleHolder::role, one -> one)),
                room.onIt().stream().map(Engaged::of).toList(),
                room.hypotheses(),
                room.workarounds(),
                room.actions(),
                room.meetings().stream().map(Met::of).toList(),
                room.handovers(),
                room.steps().stream().map(step -> Passed.of(step, now)).toList());
    }
}
