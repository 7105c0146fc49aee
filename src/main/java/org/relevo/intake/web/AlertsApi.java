package org.relevo.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.relevo.intake.Alerts;
import org.relevo.intake.Receipt;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of monitoring tools. An answer of 200 means that the alerts are committed. */
@RestController
@Tag(name = "Alerts")
@RequestMapping(
        path = "/api/v1/alerts",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class AlertsApi {

    private final Alerts alerts;

    AlertsApi(Alerts alerts) {
        this.alerts = alerts;
    }

    @Operation(
            summary = "Takes alerts from Prometheus Alertmanager (webhook version 4)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PostMapping("/alertmanager")
    Receipt alertmanager(HttpServletRequest request, Actor by) {
        mayPost(by);
        return alerts.receive(AlertGroupBody.alertmanager(JsonBody.object(request)));
    }

    @Operation(
            summary = "Takes alerts from Grafana alerting (webhook version 1)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @RequestMapping(
            path = "/grafana",
            method = {RequestMethod.POST, RequestMethod.PUT})
    Receipt grafana(HttpServletRequest request, Actor by) {
        mayPost(by);
        return alerts.receive(AlertGroupBody.grafana(JsonBody.object(request)));
    }

    /** A token's scope was checked at the gate; a person who tries it by hand needs the role for raising incidents. */
    private static void mayPost(Actor by) {
        if (by.kind() == Actor.Kind.PERSON) {
            by.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
    }
}
