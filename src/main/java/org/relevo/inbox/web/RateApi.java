package org.relevo.inbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rates an incident anew, for programs. */
@RestController
@Tag(name = "Work items")
class RateApi {

    private final Incidents incidents;

    RateApi(Incidents incidents) {
        this.incidents = incidents;
    }

    /** What an incident's priority is after it was rated anew, and why. */
    record Rated(
            String number,
            @Nullable String priority,
            @Nullable String priorityReason) {}

    @Operation(summary = "Rates an incident anew: impact, urgency (high, medium, low or null), because")
    @PostMapping(
            path = "/api/v1/work-items/{number}/rate",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Rated rate(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("impact", "urgency", "because");
        var impact = body.choiceOrNull("impact", Rating.class);
        var urgency = body.choiceOrNull("urgency", Rating.class);
        var because = body.text("because");
        body.check();
        var rated = incidents.rate(new WorkItemNumber(number), impact, urgency, because, by);
        return new Rated(
                number, rated.priority() == null ? null : rated.priority().name(), rated.priorityReason());
    }
}
