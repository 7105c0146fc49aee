package org.relevo.incident.crisis.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.ShiftHandovers;
import org.relevo.incident.crisis.Workarounds;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workarounds and hand-overs between shifts for programs. Every verb answers the room as it then is. */
@RestController
@Tag(name = "Crisis room")
@RequestMapping(
        path = "/api/v1/incidents/{number}/crisis",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class WorkaroundsApi {

    private final RoomTold told;
    private final Workarounds workarounds;
    private final ShiftHandovers handovers;

    WorkaroundsApi(RoomTold told, Workarounds workarounds, ShiftHandovers handovers) {
        this.told = told;
        this.workarounds = workarounds;
        this.handovers = handovers;
    }

    @Operation(
            summary =
                    "Notes a workaround: text, effect, sideEffects, deployedAt (default now), deployedBy (default the caller)")
    @PostMapping("/workarounds")
    RoomJson deploy(
            @PathVariable String number,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = RoomApi.ONCE, required = false) @Nullable String once) {
        var body = RoomApi.body(request, by, "text", "effect", "sideEffects", "deployedAt", "deployedBy");
        var deployment = new Workarounds.Deployment(
                body.text("text"),
                body.textOrNull("effect"),
                body.textOrNull("sideEffects"),
                body.instantOrNull("deployedAt"),
                body.textOrNull("deployedBy", 100));
        body.check();
        workarounds.deploy(Attempts.number(number), deployment, once, by);
        return told.of(number);
    }

    @Operation(
            summary =
                    "Notes effect and sideEffects; seen is the version that was read (409 where there is a newer one)")
    @PostMapping("/workarounds/{id}/effect")
    RoomJson assess(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "effect", "sideEffects", "seen");
        var effect = body.textOrNull("effect");
        var sideEffects = body.textOrNull("sideEffects");
        var seen = body.count("seen");
        body.check();
        workarounds.assess(Attempts.number(number), id, effect, sideEffects, seen, by);
        return told.of(number);
    }

    @Operation(summary = "Accepts what a workaround puts at risk: risk. Only service managers")
    @PostMapping("/workarounds/{id}/risk")
    RoomJson risk(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        var body = RoomApi.body(request, by, "risk");
        var risk = body.text("risk");
        body.check();
        workarounds.acceptRisk(Attempts.number(number), id, risk, by);
        return told.of(number);
    }

    @Operation(summary = "Withdraws a workaround: because")
    @PostMapping("/workarounds/{id}/withdraw")
    RoomJson withdraw(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by, "because");
        var because = body.text("because");
        body.check();
        workarounds.withdraw(Attempts.number(number), id, because, by);
        return told.of(number);
    }

    @Operation(summary = "Signs a hand-over: to (username), summary")
    @PostMapping("/handovers")
    RoomJson sign(
            @PathVariable String number,
            HttpServletRequest request,
            Actor by,
            @RequestHeader(name = RoomApi.ONCE, required = false) @Nullable String once) {
        var body = RoomApi.body(request, by, "to", "summary");
        var to = body.text("to");
        var summary = body.text("summary");
        body.check();
        handovers.sign(Attempts.number(number), to, summary, once, by);
        return told.of(number);
    }

    @Operation(summary = "Accepts a hand-over that was signed for the caller")
    @PostMapping("/handovers/{id}/accept")
    RoomJson accept(@PathVariable String number, @PathVariable long id, HttpServletRequest request, Actor by) {
        var body = RoomApi.body(request, by);
        body.check();
        handovers.accept(Attempts.number(number), id, by);
        return told.of(number);
    }
}
