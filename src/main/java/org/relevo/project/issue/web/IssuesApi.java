package org.relevo.project.issue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.Projects;
import org.relevo.project.issue.IssueAction;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;
import org.relevo.project.issue.IssueRaising;
import org.relevo.project.issue.Position;
import org.relevo.project.issue.ProjectIssue;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The issues of projects over HTTP. What a person decides is a task of the inbox, also over HTTP. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class IssuesApi {

    private final Projects projects;
    private final IssueRaising raising;
    private final IssueDesk issues;
    private final IssueActions actions;

    IssuesApi(Projects projects, IssueRaising raising, IssueDesk issues, IssueActions actions) {
        this.projects = projects;
        this.raising = raising;
        this.issues = issues;
        this.actions = actions;
    }

    record Told(ProjectIssue issue, List<Position> positions, List<IssueAction> actions) {}

    @GetMapping("/projects/{key}/issues")
    @Operation(summary = "The issues of a project, the open ones first; page from 0, 50 each")
    List<ProjectIssue> list(@PathVariable String key, @RequestParam(defaultValue = "0") int page) {
        return page(projects.get(key).key(), page);
    }

    @GetMapping("/project-issues")
    @Operation(summary = "The issues of all projects, the open ones first; page from 0, 50 each")
    List<ProjectIssue> all(@RequestParam(defaultValue = "0") int page) {
        return page(null, page);
    }

    private List<ProjectIssue> page(@Nullable String project, int page) {
        if (page < 0 || page > 1_000_000) {
            throw new Refusal.Invalid("page", "Give a number from 0 to 1,000,000.");
        }
        return issues.of(project, page, 50);
    }

    @PostMapping(path = "/projects/{key}/issues", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Raises an issue: title, description")
    Told raise(@PathVariable String key, HttpServletRequest request, Actor by) {
        return told(raising.raise(projects.get(key).key(), fields(request, "title", "description"), by));
    }

    @GetMapping("/project-issues/{number}")
    @Operation(summary = "An issue with the positions of the parties and its actions")
    Told get(@PathVariable String number) {
        return told(new WorkItemNumber(number));
    }

    @PostMapping(path = "/project-issues/{number}/actions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plans an action: title, owner, due, effect, days, cost, scope (what it takes away)")
    Told plan(@PathVariable String number, HttpServletRequest request, Actor by) {
        var issue = new WorkItemNumber(number);
        actions.plan(issue, fields(request, "title", "owner", "due", "effect", "days", "cost", "scope"), by);
        return told(issue);
    }

    @PostMapping(path = "/project-actions/{number}/done", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Says that an action is done: note")
    IssueAction done(@PathVariable String number, HttpServletRequest request, Actor by) {
        var action = new WorkItemNumber(number);
        actions.done(action, Objects.requireNonNull(fields(request, "note").get("note")), by);
        return actions.get(action);
    }

    private Told told(WorkItemNumber number) {
        return new Told(issues.get(number), issues.positions(number), actions.of(number));
    }

    private static Map<String, String> fields(HttpServletRequest request, String... names) {
        var body = JsonBody.object(request);
        body.only(names);
        var fields = new HashMap<String, String>();
        for (var name : names) {
            fields.put(name, Objects.requireNonNullElse(body.textOrNull(name), ""));
        }
        body.check();
        return fields;
    }
}
