package org.relevo.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.OverrideForm;
import org.relevo.people.Overrides;
import org.relevo.people.Person;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rotas over HTTP. */
@RestController
@Tag(name = "On call")
class OnCallApi {

    private final Teams teams;
    private final Overrides overrides;
    private final Clock clock;

    OnCallApi(Teams teams, Overrides overrides, Clock clock) {
        this.teams = teams;
        this.overrides = overrides;
        this.clock = clock;
    }

    /** Who answers for the teams at an instant. */
    record OnCall(Instant at, List<TeamOnCall> teams) {}

    record TeamOnCall(String team, String name, String zone, List<LayerOnCall> layers) {
        static TeamOnCall of(Teams.Duty duty) {
            var team = duty.team();
            return new TeamOnCall(
                    team.key(),
                    team.name(),
                    team.zone().getId(),
                    duty.layers().stream().map(LayerOnCall::of).toList());
        }
    }

    /** The handover is in UTC; a gap says that nobody is on call although somebody should be. */
    record LayerOnCall(
            int layer,
            @Nullable Somebody onCall,
            @Nullable Somebody next,
            @Nullable Instant handover,
            boolean gap) {
        static LayerOnCall of(Teams.LayerDuty duty) {
            return new LayerOnCall(
                    duty.layer(), Somebody.of(duty.onCall()), Somebody.of(duty.next()), duty.handover(), duty.gap());
        }
    }

    record Somebody(String username, String name) {
        static @Nullable Somebody of(@Nullable Person person) {
            return person == null ? null : new Somebody(person.username(), person.name());
        }
    }

    /** What a request may hold; times with their offset, or wall time in the team's zone. */
    private record NewOverride(int layer, String person, String from, String to, String reason) {}

    /** What was made. */
    record Made(long id) {}

    @GetMapping("/api/v1/on-call")
    @Operation(
            summary = "Who is on call for a team, or for all: each layer with who is next and when that one takes over")
    OnCall onCall(
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String at) {
        var instant = at == null ? clock.instant() : instant(at);
        var duties = team == null ? teams.duties(instant) : List.of(teams.duty(team, instant));
        return new OnCall(instant, duties.stream().map(TeamOnCall::of).toList());
    }

    @PostMapping(path = "/api/v1/teams/{key}/overrides", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Puts somebody in the place of whose turn it is",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewOverride.class))))
    ResponseEntity<Made> override(@PathVariable String key, HttpServletRequest request, Actor by) {
        Overrides.require(by, key);
        var form = read(JsonBody.object(request));
        try {
            return ResponseEntity.created(URI.create("/teams/" + key)).body(new Made(overrides.make(by, key, form)));
        } catch (Refusal.Invalid refused) {
            throw new Refusal.Invalid(refused.problems().stream()
                    .map(problem -> new FieldProblem("/" + problem.field(), problem.message()))
                    .toList());
        }
    }

    private static OverrideForm read(JsonFields body) {
        body.only("layer", "person", "from", "to", "reason");
        var form = new OverrideForm(
                body.plain("layer"), body.text("person"), body.text("from"), body.text("to"), body.text("reason"));
        body.check();
        return form;
    }

    private static Instant instant(String text) {
        try {
            // A plus sign in an address reads as a blank unless it was escaped.
            var at = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            if (at.getYear() >= 1970 && at.getYear() <= 2199) {
                return at.toInstant();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refusal.Invalid("at", "at is no date and time with offset. Write it as 2026-01-31T08:15:00Z.");
    }
}
