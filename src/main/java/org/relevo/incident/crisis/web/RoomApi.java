package org.relevo.incident.crisis.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.Comments;
import org.relevo.incident.crisis.CrisisAction;
import org.relevo.incident.crisis.CrisisActions;
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.CrisisRoles;
import org.relevo.incident.crisis.Hypotheses;
import org.relevo.incident.crisis.Hypothesis;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The crisis room for programs. Every verb answers the room as it then is. */
@RestController
@Tag(name = "Crisis room")
@RequestMapping(path = "/api/v1/incidents/{number}/crisis", produces = MediaType.APPLICATION_JSON_VALUE)
class RoomApi {

    /** What names a request, so that the same request again says what it says once. */
    static final String ONCE = "Idempotency-Key";

    private final RoomTold told;
    private final CrisisRoles roles;
    private final Comments comments;
    private final Hypotheses hypotheses;
    private final CrisisActions actions;

    RoomApi(RoomTold told, CrisisRoles roles, Comments comments, Hypotheses hypotheses, CrisisActions actions) {
        this.told = told;
        this.roles = roles;
        this.comments = comments;
        this.hypotheses = hypotheses;
        this.actions = actions;
    }

    @Operation(
            summary =
                    "Who leads, who is on it, hypotheses with evidence, workarounds, actions, meetings, hand-overs, steps")
    @GetMapping
    RoomJson get(@PathVariable String number) {
        return told.of(number);
    }

    @Operation(
            summary = "Gives a role (INCIDENT_MANAGER, TECHNICAL_LEAD, COMMUNICATIONS) to a username; null leaves it")
    @PostMapping(path = "/roles", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson role(@PathVariable String number, HttpServletRequest request, Actor by) {
        var body = body(request, by, "role", "username");
        var role = body.choice("role", CrisisRole.class);
        var username = body.textOrNull("username", 100);
        body.check();
        if (username == null) {
            roles.vacate(Attempts.number(number), Objects.requireNonNull(role), by);
        } else {
            roles.assign(Attempts.number(number), Objects.requireNonNull(role), username, by);
        }
        return told.of(number);
    }

    @Operation(summary = "Says something to the others, on the timeline")
    @PostMapping(path = "/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson comment(
            @PathVariable String number,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = ONCE, required = false) @Nullable String once) {
        return one(number, request, by, "text", text -> comments.say(Attempts.number(number), text, once, by));
    }

    @Operation(summary = "States a hypothesis on the root cause")
    @PostMapping(path = "/hypotheses", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson hypothesis(
            @PathVariable String number,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = ONCE, required = false) @Nullable String once) {
        return one(number, request, by, "text", text -> hypotheses.state(Attempts.number(number), text, once, by));
    }

    /** Which way a piece of evidence points. */
    enum Speaks {
        FOR,
        AGAINST
    }

    @Operation(summary = "Adds evidence: text, and whether it speaks FOR or AGAINST the hypothesis")
    @PostMapping(path = "/hypotheses/{id}/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson evidence(
            @PathVariable String number,
            @PathVariable long id,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = ONCE, required = false) @Nullable String once) {
        var body = body(request, by, "text", "speaks");
        var text = body.text("text");
        var speaks = body.choice("speaks", Speaks.class);
        body.check();
        hypotheses.add(Attempts.number(number), id, speaks == Speaks.FOR, text, once, by);
        return told.of(number);
    }

    @Operation(summary = "Confirms, refutes or opens a hypothesis again: state (CONFIRMED, REFUTED, OPEN), because")
    @PostMapping(path = "/hypotheses/{id}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson decide(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = body(request, by, "state", "because");
        var state = body.choice("state", Hypothesis.State.class);
        var because = body.text("because");
        body.check();
        hypotheses.decide(Attempts.number(number), id, Objects.requireNonNull(state), because, by);
        return told.of(number);
    }

    @Operation(summary = "Agrees an action: text, owner (username), dueAt, and the meeting's id where there was one")
    @PostMapping(path = "/actions", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson action(
            @PathVariable String number,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = ONCE, required = false) @Nullable String once) {
        var body = body(request, by, "text", "owner", "dueAt", "meeting");
        var agreed = new CrisisActions.Agreed(
                body.text("text"), body.text("owner"), body.instant("dueAt"), MeetingForms.id(body.plain("meeting")));
        body.check();
        actions.agree(Attempts.number(number), agreed, once, by);
        return told.of(number);
    }

    @Operation(summary = "Ends an action: outcome DONE or DROPPED")
    @PostMapping(path = "/actions/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomJson end(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = body(request, by, "outcome");
        var outcome = body.choice("outcome", CrisisAction.Outcome.class);
        body.check();
        actions.end(Attempts.number(number), id, Objects.requireNonNull(outcome), by);
        return told.of(number);
    }

    private RoomJson one(String number, HttpServletRequest request, Actor by, String field, Consumer<String> verb) {
        var body = body(request, by, field);
        var text = body.text(field);
        body.check();
        verb.accept(text);
        return told.of(number);
    }

    static JsonFields body(HttpServletRequest request, Actor by, String... fields) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only(fields);
        return body;
    }
}
