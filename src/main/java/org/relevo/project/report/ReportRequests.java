package org.relevo.project.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.money.Entered;
import org.relevo.rules.Metric;
import org.relevo.rules.Rating;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What management asks of a project: a report, by a day that the rules set. Whoever ends requests locks their cases first, by
 * number, and the project's after them.
 */
@Component
public class ReportRequests {

    private static final int QUESTION = 1_000;
    private static final int REASON = 500;

    private final Projects projects;
    private final ProgressReports reports;
    private final ReportRows reportRows;
    private final RequestRows rows;
    private final RequestOpening opening;
    private final ReportMail mail;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportRequests(
            Projects projects,
            ProgressReports reports,
            ReportRows reportRows,
            RequestRows rows,
            RequestOpening opening,
            ReportMail mail,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.projects = projects;
        this.reports = reports;
        this.reportRows = reportRows;
        this.rows = rows;
        this.opening = opening;
        this.mail = mail;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    /** Those that wait first, then the newest first. */
    public List<ReportRequest> of(String project, int most) {
        return rows.of(project, most);
    }

    public ReportRequest get(WorkItemNumber number) {
        return rows.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no request %s. The project's reports list those there are.".formatted(number)));
    }

    /** Whether somebody may ask a project for a report: its sponsor, and whoever oversees projects. */
    public static boolean mayAsk(Project project, Actor by) {
        return project.active()
                && (project.sponsoredBy(by) || by.has(Role.PROJECT_MANAGER) || by.has(Role.SERVICE_MANAGER));
    }

    /**
     * Asks for a report of a period. Who asks for the same period again while the first request waits, has asked once.
     *
     * @param typed from, until, urgency (high, medium or low) and, where there is one, a question
     */
    @Transactional
    public WorkItemNumber ask(String key, Map<String, String> typed, Actor by) {
        var project = reports.locked(key);
        if (!mayAsk(project, by)) {
            throw project.active()
                    ? new Refusal.NotAllowed(
                            "Only the sponsor of %s and those who oversee projects ask for a report. Ask %s."
                                    .formatted(
                                            project.name(),
                                            project.sponsor() == null ? "an administrator" : project.sponsor()))
                    : new Refusal.Conflict("%s is closed and reports no longer.".formatted(project.name()));
        }
        var entered = new Entered(typed);
        var period = reports.period(project, entered);
        var question = entered.optional("question", QUESTION);
        var urgency = entered.one("urgency", Rating.class);
        entered.check();
        var same = rows.open(key).stream()
                .filter(one -> one.askedBy().equals(by.name())
                        && one.from().equals(period.from())
                        && one.until().equals(period.until()))
                .findFirst();
        return same.map(ReportRequest::number)
                .orElseGet(() -> opening.open(project, period, urgency, question, by, clock.instant()));
    }

    /** Issues a report, which answers every request whose period it covers. */
    @Transactional
    public ProgressReport issue(String key, Map<String, String> typed, Actor by) {
        var waiting = rows.open(projects.get(key).key());
        waiting.stream().map(ReportRequest::number).sorted().forEach(workItems::locked);
        var report = reports.issue(key, typed, by);
        waiting.stream()
                .map(one -> get(one.number()))
                .filter(one -> one.answeredBy(report))
                .forEach(one -> answered(one, report, by));
        return report;
    }

    /** Issues the report that was asked for, with what there is to say about it. */
    @Transactional
    public void answer(WorkItemNumber number, String summary, Actor by) {
        var request = waiting(number);
        var project = reports.locked(request.project());
        requireLead(project, by);
        var said = new Entered(Map.of("text", summary));
        var text = said.needed("text", ProgressReports.SUMMARY);
        said.check();
        var report = reports.issue(project, new ReportPeriod(request.from(), request.until()), text, by);
        answered(request, report, by);
    }

    /** Says that there will be no report, and why. */
    @Transactional
    public void decline(WorkItemNumber number, String reason, Actor by) {
        var request = waiting(number);
        requireLead(projects.get(request.project()), by);
        end(request, ReportRequest.State.DECLINED, "REQUEST_DECLINED", "Declined", reason, by);
    }

    /** Takes a request back; whoever asked may. */
    @Transactional
    public void withdraw(WorkItemNumber number, String reason, Actor by) {
        var request = waiting(number);
        if (!request.askedBy().equals(by.name()) && !by.has(Role.ADMIN)) {
            throw new Refusal.NotAllowed("Only %s, who asked, takes %s back.".formatted(request.askedBy(), number));
        }
        end(request, ReportRequest.State.WITHDRAWN, "REQUEST_WITHDRAWN", "Withdrawn", reason, by);
    }

    /** A machine acts for the process; a person leads the project, or has the task because its manager released it. */
    private static void requireLead(Project project, Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            project.requireLead(by);
        }
    }

    private ReportRequest waiting(WorkItemNumber number) {
        get(number);
        workItems.locked(number);
        var request = get(number);
        if (!request.open()) {
            throw new Refusal.Conflict("%s was %s already."
                    .formatted(
                            number,
                            switch (request.state()) {
                                case DECLINED -> "declined";
                                case WITHDRAWN -> "withdrawn";
                                default -> "answered";
                            }));
        }
        return request;
    }

    private void answered(ReportRequest request, ProgressReport report, Actor by) {
        var now = clock.instant();
        rows.end(request.number(), ReportRequest.State.ANSWERED, null, report.id(), now);
        commitments.meet(request.number(), Metric.REPORT, now);
        close(
                request,
                ReportRequest.State.ANSWERED,
                "REQUEST_ANSWERED",
                "Answered by progress report %d".formatted(report.number()),
                null,
                by,
                now);
        mail.send(projects.get(request.project()), report, reportRows.content(report.id()), request.askedBy(), now);
    }

    private void end(
            ReportRequest request, ReportRequest.State state, String kind, String text, String reason, Actor by) {
        var said = new Entered(Map.of("reason", reason));
        var because = said.needed("reason", REASON);
        said.check();
        var now = clock.instant();
        rows.end(request.number(), state, because, null, now);
        commitments.cancel(request.number(), now);
        close(request, state, kind, text, because, by, now);
    }

    private void close(
            ReportRequest request,
            ReportRequest.State state,
            String kind,
            String text,
            @Nullable String reason,
            Actor by,
            Instant now) {
        workItems.save(workItems.locked(request.number()).orElseThrow().moved(State.CLOSED, now));
        timeline.append(request.number(), new TimelineEvent(now, kind, text, by.name(), reason));
        events.publishEvent(new RequestEnded(request.number(), state));
    }
}
