package org.relevo.project.status.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.project.Projects;
import org.relevo.project.status.Computed;
import org.relevo.project.status.Contradiction;
import org.relevo.project.status.Declaration;
import org.relevo.project.status.ProjectStatus;
import org.relevo.project.warning.Foreseen;
import org.relevo.project.warning.Precision;
import org.relevo.project.warning.Warning;
import org.relevo.project.warning.Warnings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status and the warnings of a project over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class StatusApi {

    private static final int RECENT = 50;

    private final Projects projects;
    private final ProjectStatus status;
    private final Warnings warnings;

    StatusApi(Projects projects, ProjectStatus status, Warnings warnings) {
        this.projects = projects;
        this.status = status;
        this.warnings = warnings;
    }

    record Standing(@Nullable Declaration declared, List<Computed> computed, List<Contradiction> contradictions) {}

    record Forecast(List<Foreseen> foreseen, List<Warning> warnings, List<Precision> precision) {}

    @GetMapping("/status")
    @Operation(summary = "The declared status beside the computed one, with reasons; the newest 50 contradictions")
    Standing status(Actor by, @PathVariable String key) {
        var project = projects.get(key);
        return new Standing(
                status.declared(project).orElse(null),
                status.computed(project),
                status.contradictions(project, RECENT));
    }

    @GetMapping("/warnings")
    @Operation(summary = "Where the project will end, the newest 50 warnings, and how often each rule was right")
    Forecast warnings(Actor by, @PathVariable String key) {
        var project = projects.get(key);
        return new Forecast(warnings.foreseen(project), warnings.of(project.key(), RECENT), warnings.precision());
    }
}
