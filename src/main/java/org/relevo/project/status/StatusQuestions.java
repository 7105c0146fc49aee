package org.relevo.project.status;

import java.time.Clock;
import java.time.Instant;
import org.relevo.calendar.CalendarRevision;
import org.relevo.calendar.Calendars;
import org.relevo.calendar.WorkingTime;
import org.relevo.commitment.CalendarUses;
import org.relevo.project.Project;
import org.relevo.project.status.StatusMail.Why;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the author of a status, tells the sponsor, and says on the case's timeline what was asked, told and answered. */
@Component
class StatusQuestions {

    static final String BY = "status watch";

    private final ContradictionRows rows;
    private final StatusMail mail;
    private final Timeline timeline;
    private final CalendarUses uses;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusQuestions(
            ContradictionRows rows,
            StatusMail mail,
            Timeline timeline,
            CalendarUses uses,
            Calendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.timeline = timeline;
        this.uses = uses;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /** Hours pass at night too; business days are those of the manager's calendar, or Monday to Friday. */
    Instant after(TimeTarget target, Project project, Instant from) {
        if (target.time() != null) {
            return from.plus(target.time());
        }
        var calendar = uses.of(null, null, project.manager()).get(CalendarUses.Kind.PERSON);
        return (calendar == null ? java.util.Optional.<CalendarRevision>empty() : calendars.find(calendar))
                .map(CalendarRevision::time)
                .orElseGet(() -> WorkingTime.parse(project.zone(), "mon-fri 00:00-24:00", ""))
                .addBusinessDays(from, target.businessDays());
    }

    Instant ask(Project project, Contradiction one, Instant now) {
        var tellAt = after(one.tellAfter(), project, now);
        rows.asked(one.id(), now, tellAt);
        tell(one, "STATUS_QUESTIONED", "%s is asked: %s".formatted(one.author(), one.text()), BY, one.because());
        events.publishEvent(new StatusQuestioned(one.number(), one.id(), one.author()));
        mail.send(Why.ASK, project, one, one.author(), now);
        return tellAt;
    }

    void tellSponsor(Project project, Contradiction one, Instant now) {
        rows.told(one.id(), now);
        var sponsor = project.sponsor();
        tell(
                one,
                "STATUS_TOLD",
                sponsor == null
                        ? "There is no sponsor to tell: " + one.text()
                        : "%s is told: %s".formatted(sponsor, one.text()),
                BY,
                one.because());
        mail.send(Why.TELL, project, one, sponsor, now);
    }

    /** Ends it because the two agree, or because the project is closed. */
    void end(Contradiction one, String because, String reason) {
        rows.end(one.id(), because, null, clock.instant());
        tell(one, "STATUS_AGREED", "%s: no contradiction any longer".formatted(one.aspect()), BY, reason);
        events.publishEvent(new StatusSettled(one.number(), one.id()));
    }

    void explained(Project project, Contradiction one, String explanation, String by) {
        var now = clock.instant();
        rows.end(one.id(), "EXPLAINED", explanation, now);
        tell(one, "STATUS_EXPLAINED", "%s stays %s".formatted(one.aspect(), one.declared()), by, explanation);
        events.publishEvent(new StatusSettled(one.number(), one.id()));
        mail.send(Why.EXPLAINED, project, rows.find(one.id()).orElseThrow(), project.sponsor(), now);
    }

    void tell(Contradiction one, String kind, String text, String by, String reason) {
        timeline.append(one.number(), new TimelineEvent(clock.instant(), kind, text, by, reason));
    }
}
