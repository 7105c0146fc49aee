package org.relevo.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.RaiseIncident;
import org.relevo.intake.RaisedOnce;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Incidents that a program raises. */
@RestController
@Tag(name = "Work items")
class IncidentsApi {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 20_000;

    private final RaisedOnce raising;

    IncidentsApi(RaisedOnce raising) {
        this.raising = raising;
    }

    /** What a request may hold. */
    private record NewIncident(String title, String description, Rating impact, Rating urgency, String service) {}

    /** What was raised, and why it has its priority and team. */
    record Raised(
            String number,
            String title,
            State state,
            @Nullable Priority priority,
            @Nullable String priorityReason,
            @Nullable String service,
            @Nullable String team,
            @Nullable String teamReason) {
        static Raised of(WorkItem item) {
            return new Raised(
                    item.number().value(),
                    item.title(),
                    item.state(),
                    item.priority(),
                    item.priorityReason(),
                    item.service(),
                    item.team(),
                    item.teamReason());
        }
    }

    @Operation(
            summary = "Raises an incident; the same Idempotency-Key again answers the same incident",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewIncident.class))))
    @PostMapping(
            path = "/api/v1/incidents",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Raised> raise(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var incident = raising.raise(key, read(JsonBody.object(request), by), by);
        return ResponseEntity.created(URI.create("/api/v1/work-items/" + incident.number()))
                .body(Raised.of(incident));
    }

    private static RaiseIncident read(JsonFields body, Actor by) {
        body.only("title", "description", "impact", "urgency", "service");
        var title = body.text("title");
        if (title.length() > LONGEST_TITLE) {
            body.refuse("title", "Has %d characters. Shorten it to %d.".formatted(title.length(), LONGEST_TITLE));
        }
        var description = body.textOrNull("description", LONGEST_DESCRIPTION);
        var impact = body.choiceOrNull("impact", Rating.class);
        var urgency = body.choiceOrNull("urgency", Rating.class);
        var service = body.textOrNull("service", 100);
        body.check();
        return new RaiseIncident(
                title,
                Objects.requireNonNullElse(description, ""),
                impact,
                urgency,
                service == null || service.isBlank() ? null : service.strip(),
                "raised by %s through the API".formatted(by.name()));
    }
}
