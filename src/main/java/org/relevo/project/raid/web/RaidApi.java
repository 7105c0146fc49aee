package org.relevo.project.raid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.Projects;
import org.relevo.project.raid.Assumption;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.raid.Risk;
import org.relevo.project.raid.Risks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Risks and assumptions of projects over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class RaidApi {

    private final Projects projects;
    private final Risks risks;
    private final Assumptions assumptions;

    RaidApi(Projects projects, Risks risks, Assumptions assumptions) {
        this.projects = projects;
        this.risks = risks;
        this.assumptions = assumptions;
    }

    @GetMapping("/risks")
    @Operation(summary = "The risks, the open ones first, and of them the gravest after the response")
    List<Risk> risks(@PathVariable String key) {
        return risks.of(projects.get(key).key());
    }

    @PostMapping(path = "/risks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Adds a risk: title, description, probability and impact (1 to 5), owner, response (AVOID, TRANSFER, REDUCE or ACCEPT), responseText, afterProbability, afterImpact, proximity, trigger")
    Risk add(@PathVariable String key, HttpServletRequest request, Actor by) {
        return risks.add(
                projects.get(key).key(),
                fields(
                        request,
                        "title",
                        "description",
                        "probability",
                        "impact",
                        "owner",
                        "response",
                        "responseText",
                        "afterProbability",
                        "afterImpact",
                        "proximity",
                        "trigger"),
                by);
    }

    @GetMapping("/assumptions")
    @Operation(summary = "The assumptions, those that end first first")
    List<Assumption> assumptions(@PathVariable String key) {
        return assumptions.of(projects.get(key).key());
    }

    @PostMapping(path = "/assumptions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Adds an assumption: text, owner, source, until (a day), tolerance (percent), value (a number that forecasts rest on)")
    Assumption assume(@PathVariable String key, HttpServletRequest request, Actor by) {
        return assumptions.add(
                projects.get(key).key(), fields(request, "text", "owner", "source", "until", "tolerance", "value"), by);
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
