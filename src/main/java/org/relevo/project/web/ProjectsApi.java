package org.relevo.project.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.Dependency;
import org.relevo.project.Member;
import org.relevo.project.Milestone;
import org.relevo.project.MilestoneChange;
import org.relevo.project.Milestones;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.ScopeItem;
import org.relevo.project.Stage;
import org.relevo.project.ToleranceStandings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Projects over HTTP. Dates are days of the project's zone. */
@RestController
@RequestMapping(path = "/api/v1/projects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class ProjectsApi {

    private final Projects projects;
    private final Plans plans;
    private final Milestones milestones;
    private final ToleranceStandings standings;
    private final Clock clock;

    ProjectsApi(Projects projects, Plans plans, Milestones milestones, ToleranceStandings standings, Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.milestones = milestones;
        this.standings = standings;
        this.clock = clock;
    }

    record Head(
            String key,
            String name,
            String description,
            String state,
            @Nullable String number,
            @Nullable String manager,
            @Nullable String sponsor,
            String currency,
            String zone,
            @Nullable LocalDate startsOn) {

        static Head of(Project project) {
            var number = project.number();
            return new Head(
                    project.key(),
                    project.name(),
                    project.description(),
                    project.state(),
                    number == null ? null : number.value(),
                    project.manager(),
                    project.sponsor(),
                    project.currency().getCurrencyCode(),
                    project.zone().getId(),
                    project.startsOn());
        }
    }

    /** @param used the largest share that is used of what carries it: 1 is all of it */
    record Allowed(
            String dimension,
            @Nullable Long stage,
            String size,
            String level,
            String setBy,
            String reason,
            double used,
            boolean forecastExceeded,
            boolean exceeded) {

        static Allowed of(ToleranceStandings.Standing one, Instant now) {
            var tolerance = one.tolerance();
            return new Allowed(
                    tolerance.dimension().name(),
                    tolerance.stage(),
                    tolerance.text(),
                    tolerance.level(),
                    tolerance.setBy(),
                    tolerance.reason(),
                    one.carried().stream()
                            .mapToDouble(each -> each.usedShare(now))
                            .max()
                            .orElse(0),
                    one.forecastExceeded(),
                    one.actualExceeded());
        }
    }

    record Whole(
            Head project,
            List<Member> team,
            List<Stage> stages,
            List<Milestone> milestones,
            List<Dependency> dependencies,
            List<ScopeItem> scope,
            List<Allowed> tolerances) {}

    record Moved(Milestone milestone, List<MilestoneChange> changes) {}

    @GetMapping
    @Operation(summary = "All projects, by name")
    List<Head> all() {
        return projects.all().stream().map(Head::of).toList();
    }

    @GetMapping("/{key}")
    @Operation(summary = "A project by its key or number, with its plan, scope and tolerances")
    Whole one(@PathVariable String key) {
        var project = projects.get(key);
        var of = project.key();
        return new Whole(
                Head.of(project),
                plans.members(of),
                plans.stages(of),
                plans.milestones(of),
                plans.dependencies(of),
                plans.scope(of),
                standings.of(project).stream()
                        .map(one -> Allowed.of(one, clock.instant()))
                        .toList());
    }

    @GetMapping("/{key}/milestones/{id}")
    @Operation(summary = "A milestone, and how its dates changed, the newest first")
    Moved milestone(@PathVariable String key, @PathVariable long id) {
        var project = projects.get(key).key();
        return new Moved(
                plans.milestone(project, id),
                plans.changes(project).stream()
                        .filter(one -> one.milestone() == id)
                        .toList());
    }

    @PostMapping(path = "/{key}/milestones/{id}/changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Moves a date of a milestone: which (BASELINE, FORECAST or ACTUAL), date (as 2026-01-31; none takes"
                            + " an actual date back), reason. What waits for it is pushed",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Moved move(@PathVariable String key, @PathVariable long id, HttpServletRequest request, Actor by) {
        projects.get(key).requireLead(by);
        var body = JsonBody.object(request);
        body.only("which", "date", "reason");
        var which = body.textOrNull("which");
        var date = body.textOrNull("date");
        var reason = body.textOrNull("reason");
        body.check();
        milestones.move(
                key,
                id,
                Objects.requireNonNullElse(which, ""),
                Objects.requireNonNullElse(date, ""),
                Objects.requireNonNullElse(reason, ""),
                by);
        return milestone(key, id);
    }
}
