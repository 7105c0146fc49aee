package org.relevo.handover.lineage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.lineage.Debt;
import org.relevo.handover.lineage.DebtLedger;
import org.relevo.handover.lineage.DebtReporting;
import org.relevo.handover.lineage.Lineage;
import org.relevo.handover.lineage.LineageEvent;
import org.relevo.handover.lineage.Trace;
import org.relevo.handover.lineage.Traces;
import org.relevo.people.Actor;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.JsonBody;
import org.relevo.service.ServiceCatalogue;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lineage and handover debt over HTTP. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Lineage")
class LineageApi {

    private static final int MOST = 1_000;

    private final Lineage lineage;
    private final Traces traces;
    private final DebtLedger ledger;
    private final DebtReporting reporting;
    private final ServiceCatalogue services;

    LineageApi(Lineage lineage, Traces traces, DebtLedger ledger, DebtReporting reporting, ServiceCatalogue services) {
        this.lineage = lineage;
        this.traces = traces;
        this.ledger = ledger;
        this.reporting = reporting;
        this.services = services;
    }

    /** One page of events, the newest first; pages count from 0. */
    record Listing(List<LineageEvent> items, int page, int size, long total) {}

    /** A debt, whether it is beyond its tolerance, and every trace, what waits for somebody first. */
    record Owed(Debt debt, DebtReporting.Standing standing, List<Trace> traces) {}

    @GetMapping("/services/{key}/lineage")
    @Operation(summary = "The lineage of a service, the newest first; by kind; at most 200 a page")
    Listing lineage(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var service = services.get(key);
        var known = Choices.one("kind", kind, LineageEvent.Kind.class);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        return new Listing(
                lineage.of(service.key(), null, known, at, many), at, many, lineage.count(service.key(), null, known));
    }

    @GetMapping("/handovers/{number}/debt")
    @Operation(summary = "What the incidents took that are confirmed to trace to a handover, line by line")
    Owed debt(@PathVariable String number) {
        var wanted = new WorkItemNumber(number);
        return new Owed(ledger.of(wanted), reporting.standing(wanted), traces.of(wanted, MOST));
    }

    @PostMapping("/handovers/{number}/traces/{id}/confirm")
    @Operation(
            summary = "Confirms that an incident traces to a cause: reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Trace confirm(@PathVariable String number, @PathVariable String id, HttpServletRequest request, Actor who) {
        return traces.confirm(new WorkItemNumber(number), LineagePages.id(id), reason(request), who);
    }

    @PostMapping("/handovers/{number}/traces/{id}/reject")
    @Operation(
            summary = "Rejects that an incident traces to a cause: reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Trace reject(@PathVariable String number, @PathVariable String id, HttpServletRequest request, Actor who) {
        return traces.reject(new WorkItemNumber(number), LineagePages.id(id), reason(request), who);
    }

    @PostMapping("/handovers/{number}/traces/{id}/withdraw")
    @Operation(
            summary = "Takes back what was confirmed: reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Trace withdraw(@PathVariable String number, @PathVariable String id, HttpServletRequest request, Actor who) {
        return traces.withdraw(new WorkItemNumber(number), LineagePages.id(id), reason(request), who);
    }

    private static String reason(HttpServletRequest request) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        return body.length == 0 ? "" : JsonBody.object(body).texts().getOrDefault("reason", "");
    }
}
