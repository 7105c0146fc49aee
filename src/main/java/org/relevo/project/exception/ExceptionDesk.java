package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.exception.ExceptionEvents.ExceptionDecided;
import org.relevo.project.exception.ExceptionEvents.ExceptionReturned;
import org.relevo.project.exception.ExceptionEvents.ExceptionSubmitted;
import org.relevo.project.exception.ExceptionReport.Decision;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.rules.ExceptionRow.Decides;
import org.relevo.rules.Metric;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Submits, returns and decides exception reports. It never locks the project's case: whoever has that may want the report's. */
@Component
class ExceptionDesk implements ExceptionReports {

    static final int LONGEST_REASON = 2_000;

    private final ExceptionReading reading;
    private final ExceptionRows rows;
    private final ExceptionTexts texts;
    private final ExceptionNews news;
    private final ExceptionMail mail;
    private final NewTolerances newTolerances;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    ExceptionDesk(
            ExceptionReading reading,
            ExceptionRows rows,
            ExceptionTexts texts,
            ExceptionNews news,
            ExceptionMail mail,
            NewTolerances newTolerances,
            WorkItems workItems,
            Commitments commitments,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.texts = texts;
        this.news = news;
        this.mail = mail;
        this.newTolerances = newTolerances;
        this.workItems = workItems;
        this.commitments = commitments;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ExceptionReport get(WorkItemNumber number) {
        return reading.get(number);
    }

    @Override
    public ExceptionContent content(WorkItemNumber number) {
        return reading.content(number);
    }

    @Override
    public List<ExceptionReport> find(@Nullable String project, @Nullable ExceptionStatus status, int page, int size) {
        return rows.find(project, status, page, size);
    }

    @Override
    public long count(@Nullable String project, @Nullable ExceptionStatus status) {
        return rows.count(project, status);
    }

    @Override
    public @Nullable String writer(WorkItemNumber number) {
        return reading.project(reading.get(number)).manager();
    }

    @Override
    public @Nullable String decider(WorkItemNumber number) {
        var report = reading.get(number);
        var project = reading.project(report);
        return report.decides() == Decides.SPONSOR && project.sponsor() != null ? project.sponsor() : project.manager();
    }

    @Override
    public boolean decidedBy(WorkItemNumber number, Actor who) {
        var report = reading.get(number);
        var project = reading.project(report);
        return report.decides() == Decides.SPONSOR && project.sponsor() != null
                ? project.sponsoredBy(who)
                : project.ledBy(who);
    }

    @Override
    @Transactional
    public ExceptionReport submit(WorkItemNumber number, Actor by) {
        var report = reading.writable(number, by);
        var content = reading.content(number);
        ExceptionCompleteness.require(content);
        var now = clock.instant();
        rows.submitted(number, by.name(), now);
        keep(number, "SUBMITTED", null, by);
        workItems.save(reading.locked(number).moved(State.ACKNOWLEDGED, null));
        var decider = decider(number);
        news.tell(report, "EXCEPTION_SUBMITTED", "Submitted for decision", by.name(), null);
        commitments.meet(number, Metric.EXCEPTION_REPORT, now);
        commitments.open(number, List.of(report.demand().toDecide()), now);
        mail.submitted(reading.get(number), reading.project(report), content, decider);
        events.publishEvent(new ExceptionSubmitted(number, decider));
        return reading.get(number);
    }

    @Override
    @Transactional
    public ExceptionReport giveBack(WorkItemNumber number, String comment, Actor by) {
        var report = decidable(number, by, "returned");
        var why = words("reason", comment);
        var now = clock.instant();
        rows.returned(number);
        keep(number, "RETURNED", why, by);
        news.tell(report, "EXCEPTION_RETURNED", "Returned to be written again", by.name(), why);
        commitments.cancel(number, now);
        commitments.open(number, List.of(report.demand().toSubmit()), now);
        var version = reading.content(number).versions().size();
        mail.returned(report, reading.project(report), version, why, by.name());
        events.publishEvent(new ExceptionReturned(number, writer(number)));
        return reading.get(number);
    }

    @Override
    @Transactional
    public ExceptionReport decide(WorkItemNumber number, Verdict verdict, String option, String reason, Actor by) {
        var report = decidable(number, by, "decided");
        var chosen = verdict == Verdict.OPTION ? chosen(number, option) : null;
        var why = words("reason", reason);
        var now = clock.instant();
        rows.decided(number, new Decision(verdict, chosen == null ? null : chosen.id(), by.name(), now, why));
        keep(number, "DECIDED", why, by);
        workItems.save(reading.locked(number).moved(State.CLOSED, now));
        news.tell(
                report,
                "EXCEPTION_DECIDED",
                chosen == null
                        ? "Decided: the project is to be closed before its time"
                        : "Decided: option %s, %s".formatted(chosen.letter(), chosen.title()),
                by.name(),
                why);
        commitments.meet(number, Metric.EXCEPTION_DECISION, now);
        mail.decided(report, reading.project(report), chosen, why, by.name());
        events.publishEvent(new ExceptionDecided(number));
        return reading.get(number);
    }

    private ExceptionOption chosen(WorkItemNumber number, String option) {
        var wanted = option.strip();
        return reading.content(number).options().stream()
                .filter(one -> one.letter().equalsIgnoreCase(wanted)
                        || String.valueOf(one.id()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("option", "Choose one of the report's options, such as A."));
    }

    private ExceptionReport decidable(WorkItemNumber number, Actor by, String verb) {
        var before = reading.get(number);
        requireDecider(before, reading.project(before), by);
        reading.locked(number);
        var report = reading.get(number);
        if (report.status() != ExceptionStatus.SUBMITTED) {
            throw new Refusal.Conflict("%s is %s and cannot be %s now."
                    .formatted(number, report.status().word(), verb));
        }
        return report;
    }

    private static void requireDecider(ExceptionReport report, Project project, Actor by) {
        if (report.decides() == Decides.SPONSOR) {
            project.requireSponsor(by);
        } else {
            project.requireLead(by);
        }
    }

    @Override
    public Optional<BigDecimal> neededTolerance(ExceptionReport report) {
        return newTolerances.needed(report, reading.content(report.number()));
    }

    @Override
    @Transactional
    public ExceptionReport confirmTolerance(WorkItemNumber number, String size, Actor by) {
        newTolerances.confirm(number, size, by);
        return reading.get(number);
    }

    private void keep(WorkItemNumber number, String verb, @Nullable String reason, Actor by) {
        var document = ExceptionDocument.of(reading.get(number), reading.content(number));
        texts.keep(number, verb, json.writeValueAsString(document), reason, by.name(), clock.instant());
    }

    static String words(String field, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(field, "Say it in 1 to %,d characters.".formatted(LONGEST_REASON));
        }
        return said;
    }
}
