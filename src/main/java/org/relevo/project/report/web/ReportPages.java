package org.relevo.project.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.report.ProgressReport;
import org.relevo.project.report.ProgressReports;
import org.relevo.project.report.ReportContent;
import org.relevo.project.report.ReportCsv;
import org.relevo.project.report.ReportPdf;
import org.relevo.project.report.ReportRequests;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports of a project: those that were issued, the draft of the next, and what management asks for. */
@Controller
@RequestMapping("/projects/{key}/reports")
class ReportPages {

    private static final Failed FINE = new Failed("", Map.of(), Map.of());

    private final Projects projects;
    private final ProgressReports reports;
    private final ReportRequests requests;
    private final ReportView view;
    private final ReportPdf pdf;
    private final MoneyView frame;

    ReportPages(
            Projects projects,
            ProgressReports reports,
            ReportRequests requests,
            ReportView view,
            ReportPdf pdf,
            MoneyView frame) {
        this.projects = projects;
        this.reports = reports;
        this.requests = requests;
        this.view = view;
        this.pdf = pdf;
        this.frame = frame;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {}

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, model, response);
    }

    @GetMapping
    String list(Sent in, @RequestParam(defaultValue = "1") int page) {
        return list(in, page, FINE);
    }

    @PostMapping("/requests")
    String ask(Sent in) {
        try {
            return "redirect:" + requests.ask(in.key, in.typed, in.by).page();
        } catch (Refusal.Invalid refused) {
            return list(in, 1, failed(in, "request", refused));
        }
    }

    /** The draft is a page of its own address, so that it can be read again and passed on. */
    @GetMapping("/draft")
    String draft(Sent in) {
        return draft(in, FINE);
    }

    @PostMapping
    String issue(Sent in) {
        try {
            return "redirect:/projects/%s/reports/%d?saved"
                    .formatted(in.key, requests.issue(in.key, in.typed, in.by).number());
        } catch (Refusal.Invalid refused) {
            return draft(in, failed(in, "issue", refused));
        }
    }

    @GetMapping("/{number}")
    String report(Sent in, @PathVariable int number) {
        var project = projects.get(in.key);
        var report = reports.get(project, number);
        in.model.addAttribute("report", report);
        view.contents(reports.content(report), report.until(), in.model);
        frame.frame(in.by, project, FINE, in.model);
        return "project/report";
    }

    @GetMapping("/{number}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String key, @PathVariable int number) {
        var project = projects.get(key);
        var report = reports.get(project, number);
        var print = pdf.print(
                project,
                report,
                reports.content(report),
                LocaleContextHolder.getLocale(),
                LocaleContextHolder.getTimeZone().toZoneId());
        return file(MediaType.APPLICATION_PDF, named(project, report) + ".pdf", print);
    }

    @GetMapping("/{number}/{part}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String key, @PathVariable int number, @PathVariable String part) {
        var project = projects.get(key);
        var report = reports.get(project, number);
        var table = reports.content(report).tables(LocaleContextHolder.getLocale()).stream()
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "Report %d has no part %s. Its page lists those it has.".formatted(number, part)));
        return file(
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                "%s-%s.csv".formatted(named(project, report), part),
                ReportCsv.of(table).getBytes(StandardCharsets.UTF_8));
    }

    private static String named(Project project, ProgressReport report) {
        return "%s-report-%d".formatted(project.key(), report.number());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static Failed failed(Sent in, String form, Refusal.Invalid refused) {
        in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new Failed(form, in.typed, FieldProblems.of(refused));
    }

    private String list(Sent in, int page, Failed failed) {
        var project = projects.get(in.key);
        view.list(in.by, project, page, in.model);
        frame.frame(in.by, project, failed, in.model);
        return "project/reports";
    }

    /** Without a period, or with one that makes no sense, the next one is proposed. */
    private String draft(Sent in, Failed failed) {
        var project = projects.get(in.key);
        var period = reports.next(project);
        var shown = failed;
        ReportContent content = null;
        try {
            if (in.typed.containsKey("from")) {
                content = reports.draft(in.key, in.typed);
            }
        } catch (Refusal.Invalid refused) {
            shown = failed(in, "issue", refused);
        }
        in.model.addAttribute("period", period);
        in.model.addAttribute("typed", in.typed);
        if (content == null && shown == FINE) {
            content = reports.draft(
                    in.key,
                    Map.of(
                            "from",
                            period.from().toString(),
                            "until",
                            period.until().toString()));
        }
        if (content != null) {
            view.contents(content, project.today(view.clock()), in.model);
        }
        frame.frame(in.by, project, shown, in.model);
        return "project/report-draft";
    }
}
