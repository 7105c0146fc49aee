package org.relevo.handover.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Criteria;
import org.relevo.handover.Criterion;
import org.relevo.handover.Handover;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.handover.Moved;
import org.relevo.handover.Signature;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.JsonBody;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handovers over HTTP. What a gate decides is done by the tasks of the process, with their own rights. */
@RestController
@RequestMapping(path = "/api/v1/handovers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handovers")
class HandoverApi {

    private final Handovers handovers;
    private final Criteria criteria;

    HandoverApi(Handovers handovers, Criteria criteria) {
        this.handovers = handovers;
        this.criteria = criteria;
    }

    /** One page of handovers, the newest first; pages count from 0. */
    record Listing(List<Handover> items, int page, int size, long total) {}

    /** A handover with its criteria, what was signed and what moved. */
    record Detail(Handover handover, List<Criterion> criteria, List<Signature> signatures, List<Moved> moved) {}

    @GetMapping
    @Operation(summary = "Handovers by project, service and status, the newest first; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var known = Choices.one("status", status, HandoverStatus.class);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        return new Listing(
                handovers.find(project, service, known, at, many), at, many, handovers.count(project, service, known));
    }

    @GetMapping("/{number}")
    @Operation(summary = "A handover with its criteria, what was signed and what moved")
    Detail get(@PathVariable String number) {
        var wanted = new WorkItemNumber(number);
        return new Detail(
                handovers.get(wanted),
                handovers.criteria(wanted),
                handovers.signatures(wanted),
                handovers.moved(wanted));
    }

    @PostMapping
    @Operation(
            summary =
                    "Asks operations to take a service: project, service, scope, and team (of the project) where there is one",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail request(HttpServletRequest request, Actor who) {
        var sent = sent(request);
        return get(handovers
                .request(sent.getOrDefault("project", ""), sent, who)
                .number()
                .value());
    }

    @PostMapping("/{number}/plan")
    @Operation(
            summary = "Sets its dates: goLiveOn (a day) and earlyLifeDays",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail plan(@PathVariable String number, HttpServletRequest request, Actor who) {
        handovers.plan(handovers.get(new WorkItemNumber(number)).number(), sent(request), who);
        return get(number);
    }

    @PostMapping("/{number}/roll-back")
    @Operation(
            summary = "Gives the service back to the project: reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail rollBack(@PathVariable String number, HttpServletRequest request, Actor who) {
        handovers.rollBack(
                handovers.get(new WorkItemNumber(number)).number(),
                sent(request).getOrDefault("reason", ""),
                who);
        return get(number);
    }

    @PostMapping("/{number}/criteria/{key}/evidence")
    @Operation(
            summary = "Says what shows a criterion: text, and link to a document where there is one",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail show(@PathVariable String number, @PathVariable String key, HttpServletRequest request, Actor who) {
        criteria.show(id(number, key), sent(request), who);
        return get(number);
    }

    @PostMapping("/{number}/criteria/{key}/waiver")
    @Operation(
            summary =
                    "Waives a criterion: reason, owner (who sees to it) and expiresOn (the last day on which it counts)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail waive(@PathVariable String number, @PathVariable String key, HttpServletRequest request, Actor who) {
        criteria.waive(id(number, key), sent(request), who);
        return get(number);
    }

    private long id(String number, String key) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        return handovers.criteria(wanted).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no criterion %s.".formatted(wanted, key)))
                .id();
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        return body.length == 0 ? Map.of() : JsonBody.object(body).texts();
    }
}
