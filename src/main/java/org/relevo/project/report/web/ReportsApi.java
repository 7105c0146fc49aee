package org.relevo.project.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.project.Projects;
import org.relevo.project.ReportPart;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.report.ProgressReport;
import org.relevo.project.report.ProgressReports;
import org.relevo.project.report.ReportContent;
import org.relevo.project.report.ReportRequest;
import org.relevo.project.report.ReportRequests;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The progress reports of a project over HTTP. Days are days of the project's zone. */
@RestController
@RequestMapping(path = "/api/v1/projects/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class ReportsApi {

    private final Projects projects;
    private final ProgressReports reports;
    private final ReportRequests requests;

    ReportsApi(Projects projects, ProgressReports reports, ReportRequests requests) {
        this.projects = projects;
        this.reports = reports;
        this.requests = requests;
    }

    record Told(ProgressReport report, List<ReportPart.Table> tables, List<EarnedValue.Point> points) {
        static Told of(ProgressReport report, ReportContent content) {
            return new Told(report, content.tables(LocaleContextHolder.getLocale()), content.points());
        }
    }

    record Drafted(List<ReportPart.Table> tables, List<EarnedValue.Point> points) {}

    @GetMapping("/reports")
    @Operation(summary = "The reports that were issued, the newest first; page from 0, 50 each")
    List<ProgressReport> list(@PathVariable String key, @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page > 1_000_000) {
            throw new Refusal.Invalid("page", "Give a number from 0 to 1,000,000.");
        }
        return reports.of(projects.get(key).key(), page, 50);
    }

    @GetMapping("/reports/{number}")
    @Operation(summary = "A report as it was issued, in the language of Accept-Language")
    Told get(@PathVariable String key, @PathVariable int number) {
        var report = reports.get(projects.get(key), number);
        return Told.of(report, reports.content(report));
    }

    @GetMapping("/reports/draft")
    @Operation(summary = "What a report of a period would say now")
    Drafted draft(@PathVariable String key, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        var content =
                reports.draft(projects.get(key).key(), Map.of("from", from.toString(), "until", until.toString()));
        return new Drafted(content.tables(LocaleContextHolder.getLocale()), content.points());
    }

    @PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issues a report: from, until, summary. The same again is the same report")
    ProgressReport issue(@PathVariable String key, HttpServletRequest request, Actor by) {
        return requests.issue(projects.get(key).key(), fields(request, "from", "until", "summary"), by);
    }

    @GetMapping("/report-requests")
    @Operation(summary = "What management asked for; what waits first. The latest 100")
    List<ReportRequest> asked(@PathVariable String key) {
        return requests.of(projects.get(key).key(), 100);
    }

    @PostMapping(path = "/report-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks for a report: from, until, urgency (HIGH, MEDIUM or LOW), question")
    ReportRequest ask(@PathVariable String key, HttpServletRequest request, Actor by) {
        var number = requests.ask(projects.get(key).key(), fields(request, "from", "until", "urgency", "question"), by);
        return requests.get(number);
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
