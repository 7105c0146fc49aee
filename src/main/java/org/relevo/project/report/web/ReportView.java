package org.relevo.project.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.relevo.people.Actor;
import org.relevo.project.Project;
import org.relevo.project.earned.web.Chart;
import org.relevo.project.report.ProgressReports;
import org.relevo.project.report.ReportContent;
import org.relevo.project.report.ReportRequests;
import org.relevo.rules.Rating;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of reports show. */
@Component
class ReportView {

    private static final int SIZE = 25;

    private final ProgressReports reports;
    private final ReportRequests requests;
    private final Clock clock;

    ReportView(ProgressReports reports, ReportRequests requests, Clock clock) {
        this.reports = reports;
        this.requests = requests;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void list(Actor by, Project project, int page, Model model) {
        var total = reports.count(project.key());
        var pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        var at = Math.min(Math.max(page, 1), pages);
        model.addAttribute("reports", reports.of(project.key(), at - 1, SIZE));
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("requests", requests.of(project.key(), SIZE));
        model.addAttribute("asks", ReportRequests.mayAsk(project, by));
        model.addAttribute("period", reports.next(project));
        model.addAttribute("urgencies", List.of(Rating.values()));
    }

    void contents(ReportContent content, LocalDate today, Model model) {
        model.addAttribute("tables", content.tables(LocaleContextHolder.getLocale()));
        model.addAttribute("chart", Chart.of(content.points(), today));
    }
}
