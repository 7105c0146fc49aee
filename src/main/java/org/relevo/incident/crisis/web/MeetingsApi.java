package org.relevo.incident.crisis.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.relevo.incident.crisis.Meeting;
import org.relevo.incident.crisis.MeetingMinutes;
import org.relevo.incident.crisis.MeetingPlan;
import org.relevo.incident.crisis.Meetings;
import org.relevo.people.Actor;
import org.relevo.platform.web.JsonFields;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Crisis meetings for programs. Every verb answers the room as it then is. */
@RestController
@Tag(name = "Crisis room")
@RequestMapping(
        path = "/api/v1/incidents/{number}/crisis/meetings",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class MeetingsApi {

    private final RoomTold told;
    private final Meetings meetings;
    private final MeetingMinutes minutes;

    MeetingsApi(RoomTold told, Meetings meetings, MeetingMinutes minutes) {
        this.told = told;
        this.meetings = meetings;
        this.minutes = minutes;
    }

    @Operation(
            summary =
                    "Calls a meeting: startsAt, minutes, link (https), participants (usernames with blanks between them)")
    @PostMapping
    RoomJson call(@PathVariable String number, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "startsAt", "minutes", "link", "participants");
        meetings.call(Attempts.number(number), plan(body), by, LocaleContextHolder.getLocale());
        return told.of(number);
    }

    @Operation(summary = "Changes when and where a meeting is; what is left out stays. Everybody is mailed")
    @PostMapping("/{id}/move")
    RoomJson move(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "startsAt", "minutes", "link");
        meetings.move(Attempts.number(number), id, plan(body), by);
        return told.of(number);
    }

    private static MeetingPlan plan(JsonFields body) {
        var asked = body.textOrNull("participants", 1000);
        var length = body.has("minutes") ? body.count("minutes") : 0;
        var plan = new MeetingPlan(
                body.instantOrNull("startsAt"),
                body.has("minutes") ? Integer.valueOf(length) : null,
                body.textOrNull("link", 500),
                asked == null || asked.isBlank()
                        ? List.of()
                        : Arrays.asList(asked.strip().split("\\s+")));
        body.check();
        return plan;
    }

    @Operation(summary = "Asks somebody else to come: username")
    @PostMapping("/{id}/invite")
    RoomJson invite(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "username");
        var username = body.text("username");
        body.check();
        meetings.invite(Attempts.number(number), id, username, by);
        return told.of(number);
    }

    /** Whether somebody was there. */
    enum Attendance {
        ATTENDED,
        MISSED
    }

    @Operation(summary = "Notes whether somebody was there: username, attendance (ATTENDED or MISSED)")
    @PostMapping("/{id}/attendance")
    RoomJson attendance(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "username", "attendance");
        var username = body.text("username");
        var attendance = body.choice("attendance", Attendance.class);
        body.check();
        minutes.attended(Attempts.number(number), id, username, attendance == Attendance.ATTENDED, by);
        return told.of(number);
    }

    @Operation(
            summary =
                    "Writes AGENDA, FINDINGS or DECISIONS: part, text, seen (the version that was read; 409 where there is a newer one)")
    @PostMapping("/{id}/texts")
    RoomJson write(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "part", "text", "seen");
        var part = body.choice("part", Meeting.Part.class);
        var text = body.textOrNull("text", 20_000);
        var seen = body.count("seen");
        body.check();
        minutes.write(Attempts.number(number), id, Objects.requireNonNull(part), text, seen, by);
        return told.of(number);
    }

    @Operation(summary = "Ends a meeting; next is when those concerned meet again")
    @PostMapping("/{id}/end")
    RoomJson end(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "next");
        var next = body.instantOrNull("next");
        body.check();
        meetings.end(Attempts.number(number), id, next, by, LocaleContextHolder.getLocale());
        return told.of(number);
    }

    @Operation(summary = "Calls a meeting off: because")
    @PostMapping("/{id}/cancel")
    RoomJson cancel(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "because");
        var because = body.text("because");
        body.check();
        meetings.cancel(Attempts.number(number), id, because, by);
        return told.of(number);
    }
}
