package org.relevo.project.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.PlanChanges;
import org.relevo.project.PlanPart;
import org.relevo.project.Projects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Renames and deletes parts of a plan over HTTP; part is stages, milestones or scope. */
@RestController
@RequestMapping("/api/v1/projects/{key}/plan/{part}/{id}")
@Tag(name = "Projects")
class PlanChangesApi {

    private final Projects projects;
    private final PlanChanges changes;

    PlanChangesApi(Projects projects, PlanChanges changes) {
        this.projects = projects;
        this.changes = changes;
    }

    @PostMapping(path = "/name", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Renames a part of the plan: name, reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    void rename(
            @PathVariable String key,
            @PathVariable String part,
            @PathVariable long id,
            HttpServletRequest request,
            Actor by) {
        projects.get(key).requireLead(by);
        var body = JsonBody.object(request);
        body.only("name", "reason");
        var name = body.textOrNull("name");
        var reason = body.textOrNull("reason");
        body.check();
        changes.rename(key, PlanPart.at(part), id, text(name), text(reason), by);
    }

    @PostMapping(path = "/delete", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Deletes a part of the plan that nothing rests on: confirmed (\"true\"), reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    void delete(
            @PathVariable String key,
            @PathVariable String part,
            @PathVariable long id,
            HttpServletRequest request,
            Actor by) {
        projects.get(key).requireLead(by);
        var body = JsonBody.object(request);
        body.only("confirmed", "reason");
        var confirmed = body.textOrNull("confirmed");
        var reason = body.textOrNull("reason");
        body.check();
        changes.delete(key, PlanPart.at(part), id, "true".equals(confirmed), text(reason), by);
    }

    private static String text(@org.jspecify.annotations.Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
