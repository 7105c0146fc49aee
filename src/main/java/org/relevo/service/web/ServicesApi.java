package org.relevo.service.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.relevo.service.Lifecycle;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceFilter;
import org.relevo.service.ServiceForm;
import org.relevo.service.ServiceLifecycle;
import org.relevo.service.Services;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The service catalogue for programs. */
@RestController
@Tag(name = "Services")
@RequestMapping(path = "/api/v1/services", produces = MediaType.APPLICATION_JSON_VALUE)
class ServicesApi {

    private final Services services;
    private final ServiceCatalogue catalogue;
    private final ServiceLifecycle lifecycle;
    private final ServiceJson json;

    ServicesApi(Services services, ServiceCatalogue catalogue, ServiceLifecycle lifecycle, ServiceJson json) {
        this.services = services;
        this.catalogue = catalogue;
        this.lifecycle = lifecycle;
        this.json = json;
    }

    /** One page of services, by name; pages count from 0. */
    record Listing(List<ServiceJson.Head> items, int page, int size, long total) {}

    /** What a request may hold. */
    private record Entry(
            String name,
            String description,
            String tier,
            String team,
            String owner,
            List<String> managers,
            BigDecimal ratePerHour,
            String rateCurrency,
            Lifecycle lifecycle) {}

    @GetMapping
    @Operation(summary = "Services by lifecycle, tier, team and text; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String lifecycle,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var stage = Choices.one("lifecycle", lifecycle, Lifecycle.class);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        var found = new ServiceFilter(text, stage, tier, team).among(services.all());
        return new Listing(
                found.stream()
                        .skip((long) at * many)
                        .limit(many)
                        .map(ServiceJson.Head::of)
                        .toList(),
                at,
                many,
                found.size());
    }

    @GetMapping("/{key}")
    @Operation(
            summary =
                    "A service with its steps, targets, agreements beside the rule book, dependencies, costs and runbooks")
    ServiceJson.Whole show(@PathVariable String key) {
        catalogue.get(key);
        return json.of(key);
    }

    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Enters a service (201) or says anew what it is (200). lifecycle, PLANNED or OPERATIONAL, is for a new one alone",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Entry.class))))
    ResponseEntity<ServiceJson.Whole> put(@PathVariable String key, HttpServletRequest request, Actor by) {
        var known = services.find(key);
        known.ifPresentOrElse(service -> service.requireKeeper(by), () -> by.require(Role.ADMIN, Role.SERVICE_MANAGER));
        var body = JsonBody.object(request);
        body.only(
                "name", "description", "tier", "team", "owner", "managers", "ratePerHour", "rateCurrency", "lifecycle");
        var form = form(key, body);
        var starts = body.choiceOrNull("lifecycle", Lifecycle.class);
        if (known.isPresent() && starts != null && starts != known.get().lifecycle()) {
            body.refuse("lifecycle", "Stands already. POST /api/v1/services/%s/lifecycle changes it.".formatted(key));
        }
        body.check();
        if (known.isPresent()) {
            catalogue.change(by, key, form);
        } else {
            catalogue.create(by, form, starts == null ? Lifecycle.PLANNED : starts);
        }
        return ResponseEntity.status(known.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(json.of(key));
    }

    @PostMapping(path = "/{key}/lifecycle", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Takes a step: to (EARLY_LIFE_SUPPORT, OPERATIONAL, PLANNED or RETIRED), because; 409 where its state or a gate stands against it")
    ServiceJson.Whole go(@PathVariable String key, HttpServletRequest request, Actor by) {
        catalogue.get(key).requireKeeper(by);
        var body = JsonBody.object(request);
        body.only("to", "because");
        var to = body.choice("to", Lifecycle.class);
        var because = body.text("because");
        body.check();
        if (to == null) {
            throw new Refusal.Invalid("/to", "Missing. Say where the service goes.");
        }
        lifecycle.go(key, to, because, by);
        return json.of(key);
    }

    private static ServiceForm form(String key, JsonFields body) {
        return new ServiceForm(
                key,
                body.text("name"),
                body.textOrNull("description"),
                body.text("tier"),
                body.textOrNull("team"),
                body.textOrNull("owner"),
                String.join(" ", body.list("managers")),
                body.plain("ratePerHour"),
                body.textOrNull("rateCurrency"));
    }
}
