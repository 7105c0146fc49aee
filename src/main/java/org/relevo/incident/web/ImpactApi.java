package org.relevo.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.ChangeImpact;
import org.relevo.incident.Cost;
import org.relevo.incident.Impact;
import org.relevo.incident.Impacts;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.service.Service;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom and what an incident affects, and what that costs, for programs. */
@RestController
@Tag(name = "Work items")
@RequestMapping(path = "/api/v1/incidents/{number}/impact", produces = MediaType.APPLICATION_JSON_VALUE)
class ImpactApi {

    private final Impacts impacts;

    ImpactApi(Impacts impacts) {
        this.impacts = impacts;
    }

    /** What a request may hold; what it leaves out is emptied. */
    private record NewImpact(
            List<String> services, List<String> sites, Integer users, String inWords, Integer version) {}

    /**
     * What an incident affects.
     *
     * @param services keys of the services affected beside the one that it was raised for
     * @param affected keys of all services affected
     */
    record Told(
            String number,
            List<String> services,
            List<String> affected,
            List<String> sites,
            @Nullable Integer users,
            String inWords,
            int version,
            Spent cost) {}

    /** What it has cost so far: the sum over the services with a rate, ratePerHour × (until − from), per currency. */
    record Spent(Instant from, Instant until, List<Share> services, List<Cost.Sum> sums) {
        static Spent of(Cost cost) {
            return new Spent(
                    cost.from(),
                    cost.until(),
                    cost.lines().stream()
                            .map(line -> new Share(
                                    line.service(),
                                    line.rate().amount(),
                                    line.rate().currency(),
                                    line.amount()))
                            .toList(),
                    cost.sums());
        }
    }

    record Share(String service, BigDecimal ratePerHour, String currency, BigDecimal amount) {}

    @Operation(summary = "Whom and what an incident affects, and what it has cost so far")
    @GetMapping
    Told get(@PathVariable String number) {
        var incident = new WorkItemNumber(number);
        return told(incident, impacts.of(incident));
    }

    @Operation(
            summary = "Says anew what an incident affects; with a version, only if it is still the one that stands",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewImpact.class))))
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Told change(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("services", "sites", "users", "inWords", "version");
        var services = body.list("services");
        var sites = body.list("sites");
        var users = body.has("users") ? body.count("users") : null;
        var inWords = body.textOrNull("inWords");
        var version = body.has("version") ? body.count("version") : null;
        body.check();
        var incident = new WorkItemNumber(number);
        var to = new ChangeImpact(services, sites, users, Objects.requireNonNullElse(inWords, ""), version);
        return told(incident, impacts.change(incident, to, by));
    }

    private Told told(WorkItemNumber number, Impact impact) {
        return new Told(
                number.value(),
                impact.services(),
                impacts.services(number).stream().map(Service::key).toList(),
                impact.sites(),
                impact.users(),
                impact.inWords(),
                impact.version(),
                Spent.of(impacts.cost(number)));
    }
}
