package org.relevo.service.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.rules.Priority;
import org.relevo.service.Agreements;
import org.relevo.service.Dependencies;
import org.relevo.service.RunCosts;
import org.relevo.service.Runbooks;
import org.relevo.service.ServiceAgreement;
import org.relevo.service.ServiceCatalogue;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agreements, dependencies, costs and runbooks of a service for programs. */
@RestController
@Tag(name = "Services")
@RequestMapping(path = "/api/v1/services/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
class ServicePartsApi {

    private final ServiceCatalogue catalogue;
    private final Agreements agreements;
    private final Dependencies dependencies;
    private final RunCosts costs;
    private final Runbooks runbooks;

    ServicePartsApi(
            ServiceCatalogue catalogue,
            Agreements agreements,
            Dependencies dependencies,
            RunCosts costs,
            Runbooks runbooks) {
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.dependencies = dependencies;
        this.costs = costs;
        this.runbooks = runbooks;
    }

    @PostMapping(path = "/agreements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Enters an agreement: kind (SLA, OLA or SUPPLIER), name, party, validFrom, validUntil, noticeDays, availability (percent of a month), document, and times as response_P1 to resolution_P4 (30 min, 4 h, 2 business days, PT4H)")
    ServiceAgreement agree(@PathVariable String key, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        return agreements.add(key, fields(request, agreed()), by);
    }

    @PutMapping(path = "/agreements/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Says anew what an agreement is, with the same fields; what is left out is no longer agreed")
    ServiceAgreement change(@PathVariable String key, @PathVariable long id, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        agreements.get(key, id);
        return agreements.change(key, id, fields(request, agreed()), by);
    }

    @DeleteMapping("/agreements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes an agreement that was entered by mistake")
    void removeAgreement(@PathVariable String key, @PathVariable long id, Actor by) {
        agreements.remove(key, id, by);
    }

    @PostMapping(path = "/dependencies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Says that the service uses another: uses (its key), purpose; a circle is refused")
    List<ServiceJson.Link> depend(@PathVariable String key, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        var fields = fields(request, "uses", "purpose");
        dependencies.add(key, fields.getOrDefault("uses", ""), fields.getOrDefault("purpose", ""), by);
        return dependencies.usedBy(key).stream().map(ServiceJson.Link::of).toList();
    }

    @DeleteMapping("/dependencies/{uses}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that the service no longer uses another")
    void removeDependency(@PathVariable String key, @PathVariable String uses, Actor by) {
        dependencies.remove(key, uses, by);
    }

    @PostMapping(path = "/costs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Enters what a month costs from a day on: validFrom, amount, currency, budget, note; an entry of that day is replaced")
    RunCosts.RunCost cost(@PathVariable String key, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        return costs.enter(key, fields(request, "validFrom", "amount", "currency", "budget", "note"), by);
    }

    @PostMapping("/costs/{id}/agree")
    @Operation(summary = "Agrees to a cost")
    RunCosts.RunCost agreeToCost(@PathVariable String key, @PathVariable long id, Actor by) {
        return costs.agree(key, id, by);
    }

    @DeleteMapping("/costs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a cost that was entered by mistake")
    void removeCost(@PathVariable String key, @PathVariable long id, Actor by) {
        costs.remove(key, id, by);
    }

    @PostMapping(path = "/runbooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Links a runbook: title, link")
    Runbooks.Runbook link(@PathVariable String key, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        return runbooks.add(key, fields(request, "title", "link"), by);
    }

    @PostMapping(path = "/runbooks/{id}/drills", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Notes that a runbook was used in a drill: heldOn (a day), by (username), note")
    Runbooks.Runbook drilled(@PathVariable String key, @PathVariable long id, HttpServletRequest request, Actor by) {
        if (!catalogue.get(key).keptBy(by)) {
            by.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        runbooks.get(key, id);
        return runbooks.drilled(key, id, fields(request, "heldOn", "by", "note"), by);
    }

    @DeleteMapping("/runbooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes the link to a runbook, and its drills")
    void removeRunbook(@PathVariable String key, @PathVariable long id, Actor by) {
        runbooks.remove(key, id, by);
    }

    private static String[] agreed() {
        var names = new ArrayList<>(
                List.of("kind", "name", "party", "validFrom", "validUntil", "noticeDays", "availability", "document"));
        for (var priority : Priority.values()) {
            Agreements.METRICS.forEach(metric -> names.add(Agreements.field(metric, priority)));
        }
        return names.toArray(String[]::new);
    }

    /** Numbers may be given as numbers or as texts. */
    private static Map<String, String> fields(HttpServletRequest request, String... names) {
        var body = JsonBody.object(request);
        body.only(names);
        body.check();
        var fields = new HashMap<String, String>();
        for (var name : names) {
            fields.put(name, body.plain(name));
        }
        return fields;
    }
}
