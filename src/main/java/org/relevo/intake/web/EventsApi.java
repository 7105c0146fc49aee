package org.relevo.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relevo.intake.Alerts;
import org.relevo.people.Tokens;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.BodyTooLarge;
import org.relevo.platform.web.JsonBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for whatever can send to PagerDuty's Events API v2; it answers with that API's bodies. */
@RestController
@Tag(name = "Alerts")
class EventsApi {

    private static final int LIMIT = 512_000;

    private final Alerts alerts;
    private final Tokens tokens;
    private final EventAllowance allowance;

    EventsApi(Alerts alerts, Tokens tokens, EventAllowance allowance) {
        this.alerts = alerts;
        this.tokens = tokens;
        this.allowance = allowance;
    }

    @Operation(
            summary = "Takes an event of PagerDuty's Events API v2; the routing key is an API token of 32 characters",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PostMapping(path = "/v2/enqueue", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> enqueue(HttpServletRequest request) {
        var read = PagerDutyBody.read(JsonBody.object(JsonBody.bytes(request, LIMIT)));
        var sender = tokens.authenticate(read.routingKey(), "alerts")
                .orElseThrow(() -> new InvalidEvent(List.of(
                        "'routing_key' is not known (should be an API token of Relevo with the scope alerts)")));
        var wait = allowance.take(sender.name());
        if (wait.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Retry-After", Long.toString(Math.max(1, wait.get().toSeconds())))
                    .body(body(
                            "throttle exceeded",
                            "Requests for this service are arriving too quickly.  Please retry later."));
        }
        alerts.receive(read.event());
        var body = body("success", "Event processed");
        body.put("dedup_key", read.event().key());
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> invalid(InvalidEvent e) {
        var body = body("invalid event", "Event object is invalid");
        body.put("errors", e.errors());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(Refusal.Invalid e) {
        var body = body("invalid event", "Event object format is unrecognized");
        body.put("errors", List.of(String.valueOf(e.getMessage())));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLarge(BodyTooLarge e) {
        return invalid(
                new InvalidEvent(List.of("Event object is too large (should be at most %d bytes)".formatted(LIMIT))));
    }

    private static Map<String, Object> body(String status, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", status);
        body.put("message", message);
        return body;
    }
}
