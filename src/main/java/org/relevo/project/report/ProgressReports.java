package org.relevo.project.report;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.ReportPart;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.money.Entered;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the progress reports of projects from what each keeper tells, issues them and keeps them as they were. */
@Component
public class ProgressReports {

    public static final int SUMMARY = 4_000;
    private static final int LONGEST = 366;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final Projects projects;
    private final ReportRows rows;
    private final List<ReportPart> parts;
    private final EarnedValue earned;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final ReportMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgressReports(
            Projects projects,
            ReportRows rows,
            List<ReportPart> parts,
            EarnedValue earned,
            WorkItems workItems,
            Timeline timeline,
            ReportMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ReportPart::place))
                .toList();
        this.earned = earned;
        this.workItems = workItems;
        this.timeline = timeline;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /** The newest first; page counted from 0. */
    public List<ProgressReport> of(String project, int page, int size) {
        return rows.of(project, page, size);
    }

    public long count(String project) {
        return rows.count(project);
    }

    public ProgressReport get(Project project, int number) {
        return rows.find(project.key(), number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no report %d. Its page lists those it has.".formatted(project.name(), number)));
    }

    /** What a report's number within its project is. */
    public int number(long id) {
        return rows.find(id).orElseThrow().number();
    }

    public ReportContent content(ProgressReport report) {
        return rows.content(report.id());
    }

    /** From the day after the last report, or from the first day, to today. */
    public ReportPeriod next(Project project) {
        var today = project.today(clock);
        var starts = project.startsOn() == null || project.startsOn().isAfter(today)
                ? today.withDayOfMonth(1)
                : project.startsOn();
        var from = rows.of(project.key(), 0, 1).stream()
                .findFirst()
                .map(last -> last.until().plusDays(1))
                .filter(day -> !day.isAfter(today))
                .orElse(starts);
        var longest = today.minusDays(LONGEST - 1);
        return new ReportPeriod(from.isBefore(longest) ? longest : from, today);
    }

    /** The period that was entered: days such as 2026-01-31 in the fields {@code from} and {@code until}. */
    ReportPeriod period(Project project, Entered entered) {
        var period = new ReportPeriod(entered.day("from"), entered.day("until"));
        if (!entered.problems().isEmpty()) {
            return period;
        }
        if (period.until().isBefore(period.from())) {
            entered.problem("until", "It ends before it begins. Give a later day.");
        } else if (period.from().plusDays(LONGEST).isBefore(period.until().plusDays(1))) {
            entered.problem("from", "That is more than %d days. Give a later day.".formatted(LONGEST));
        }
        if (period.until().isAfter(project.today(clock))) {
            entered.problem("until", "That day has not come yet. Give today or an earlier one.");
        }
        return period;
    }

    /** What a report of a period would say if it were issued now. */
    @Transactional(readOnly = true)
    public ReportContent draft(String key, Map<String, String> typed) {
        var project = projects.get(key);
        var entered = new Entered(typed);
        var period = period(project, entered);
        entered.check();
        return content(project, period);
    }

    private ReportContent content(Project project, ReportPeriod period) {
        Map<String, List<ReportPart.Table>> tables = new LinkedHashMap<>();
        for (var language : LANGUAGES) {
            tables.put(
                    language.getLanguage(),
                    parts.stream()
                            .map(part -> part.of(project, period.from(), period.until(), language))
                            .toList());
        }
        return new ReportContent(
                tables, earned.of(project.key(), period.until()).points());
    }

    /** Issues a report with its project manager's summary, and sends it to the sponsor. The same twice is once. */
    @Transactional
    public ProgressReport issue(String key, Map<String, String> typed, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var entered = new Entered(typed);
        var period = period(project, entered);
        var summary = entered.needed("summary", SUMMARY);
        entered.check();
        return issue(project, period, summary, by);
    }

    ProgressReport issue(Project project, ReportPeriod period, String summary, Actor by) {
        var last = rows.of(project.key(), 0, 1).stream().findFirst();
        if (last.isPresent()
                && last.get().from().equals(period.from())
                && last.get().until().equals(period.until())
                && last.get().summary().equals(summary)) {
            return last.get();
        }
        var now = clock.instant();
        var number = last.map(ProgressReport::number).orElse(0) + 1;
        var content = content(project, period);
        var report = rows.add(
                new ProgressReport(0, project.key(), number, period.from(), period.until(), summary, now, by.name()),
                content);
        mail.send(project, report, content, project.sponsor(), now);
        timeline.append(
                Objects.requireNonNull(project.number()),
                new TimelineEvent(
                        now,
                        "REPORT_DELIVERED",
                        "Progress report %d issued: %s to %s".formatted(number, period.from(), period.until()),
                        by.name(),
                        null));
        events.publishEvent(new ReportIssued(project.key(), report, by.name(), now));
        return report;
    }

    /** The project with its case locked: reports are numbered one after the other. */
    Project locked(String key) {
        var project = projects.get(key);
        var number = project.number();
        if (number == null) {
            throw new Refusal.Conflict("%s has no case yet. Save it once more.".formatted(project.name()));
        }
        workItems.locked(number);
        return projects.get(key);
    }
}
