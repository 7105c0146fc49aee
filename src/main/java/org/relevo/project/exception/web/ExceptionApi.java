package org.relevo.project.exception.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.exception.ExceptionContent;
import org.relevo.project.exception.ExceptionReport;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.project.exception.ExceptionStatus;
import org.relevo.project.exception.ExceptionWriting;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exception reports over HTTP, with the verbs of their writing and decision. */
@RestController
@RequestMapping(path = "/api/v1/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Exception reports")
class ExceptionApi {

    private final ExceptionReports reports;
    private final ExceptionWriting writing;

    ExceptionApi(ExceptionReports reports, ExceptionWriting writing) {
        this.reports = reports;
        this.writing = writing;
    }

    /** One page of reports, the newest first; pages count from 0. */
    record Listing(List<ExceptionReport> items, int page, int size, long total) {}

    /** A report with its texts, options and versions. */
    record Detail(ExceptionReport report, ExceptionContent content) {}

    @GetMapping
    @Operation(summary = "Exception reports by project and status, the newest first; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var known = Choices.one("status", status, ExceptionStatus.class);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        return new Listing(reports.find(project, known, at, many), at, many, reports.count(project, known));
    }

    @GetMapping("/{number}")
    @Operation(summary = "A report with its texts, options and versions")
    Detail get(@PathVariable String number) {
        var wanted = new WorkItemNumber(number);
        return new Detail(reports.get(wanted), reports.content(wanted));
    }

    @PostMapping("/{number}/sections/{section}")
    @Operation(
            summary = "Writes a section: version (the one that was read) and text; 409 where somebody was faster",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail write(@PathVariable String number, @PathVariable String section, HttpServletRequest request, Actor who) {
        var sent = sent(request);
        var version = Choices.number("version", sent.get("version"), 0, 0, 1_000_000);
        writing.edit(
                new WorkItemNumber(number),
                ExceptionPages.section(section),
                version,
                sent.getOrDefault("text", ""),
                who);
        return get(number);
    }

    @PostMapping("/{number}/options")
    @Operation(
            summary = "Adds an option: title, days, cost, scope, risks, and recommended where it is so",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail option(@PathVariable String number, HttpServletRequest request, Actor who) {
        writing.addOption(new WorkItemNumber(number), sent(request), who);
        return get(number);
    }

    @PostMapping("/{number}/submit")
    @Operation(summary = "Submits it for decision")
    Detail submit(@PathVariable String number, Actor who) {
        reports.submit(new WorkItemNumber(number), who);
        return get(number);
    }

    @PostMapping("/{number}/return")
    @Operation(
            summary = "Has it written again: reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail giveBack(@PathVariable String number, HttpServletRequest request, Actor who) {
        reports.giveBack(new WorkItemNumber(number), sent(request).getOrDefault("reason", ""), who);
        return get(number);
    }

    @PostMapping("/{number}/decision")
    @Operation(
            summary = "Decides about it: verdict (OPTION or CLOSE), option (its letter or id) and reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Detail decide(@PathVariable String number, HttpServletRequest request, Actor who) {
        var sent = sent(request);
        var verdict = Choices.one("verdict", sent.get("verdict"), Verdict.class);
        reports.decide(
                new WorkItemNumber(number),
                verdict == null ? Verdict.OPTION : verdict,
                sent.getOrDefault("option", ""),
                sent.getOrDefault("reason", ""),
                who);
        return get(number);
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        return body.length == 0 ? Map.of() : JsonBody.object(body).texts();
    }
}
