package org.relevo.rca;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rca.RcaContent.Comment;
import org.relevo.rca.RcaEvents.RcaApproved;
import org.relevo.rca.RcaEvents.RcaReturned;
import org.relevo.rca.RcaEvents.RcaSubmitted;
import org.relevo.rules.Metric;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RcaDesk implements Rcas {

    static final int LONGEST_REASON = 2_000;

    private final RcaReading reading;
    private final RcaRows rows;
    private final TextRows texts;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final SkipDesk skips;
    private final Distribution distribution;
    private final RcaPdf pdf;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RcaDesk(
            RcaReading reading,
            RcaRows rows,
            TextRows texts,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            SkipDesk skips,
            Distribution distribution,
            RcaPdf pdf,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.texts = texts;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.skips = skips;
        this.distribution = distribution;
        this.pdf = pdf;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Rca get(WorkItemNumber number) {
        return reading.get(number);
    }

    @Override
    public RcaContent content(WorkItemNumber number) {
        return reading.content(number);
    }

    @Override
    public Optional<Rca> about(WorkItemNumber incident) {
        return rows.about(incident);
    }

    @Override
    public List<Rca> find(Filter filter, int page, int size) {
        return rows.find(filter, page, size);
    }

    @Override
    public long count(Filter filter) {
        return rows.count(filter);
    }

    @Override
    @Transactional
    public Rca submit(WorkItemNumber number, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        require(number, RcaStatus.DRAFTING, "sent to review");
        Completeness.require(reading.content(number));
        var now = clock.instant();
        rows.submitted(number, by.name());
        texts.author(number, by.name());
        texts.keep(number, "SUBMITTED", RcaDocument.of(reading.content(number)).json(), null, by.name(), now);
        workItems.save(reading.item(number).moved(State.ACKNOWLEDGED, null));
        tell(number, "RCA_SUBMITTED", "Sent to review", by, null);
        commitments.meet(number, Metric.RCA_DRAFT, now);
        events.publishEvent(new RcaSubmitted(number));
        return reading.get(number);
    }

    @Override
    @Transactional
    public Rca giveBack(WorkItemNumber number, String reason, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        require(number, RcaStatus.REVIEW, "returned");
        var why = reason(reason);
        rows.status(number, RcaStatus.DRAFTING);
        texts.keep(number, "RETURNED", RcaDocument.of(reading.content(number)).json(), why, by.name(), clock.instant());
        tell(number, "RCA_RETURNED", "Returned to its author", by, why);
        events.publishEvent(new RcaReturned(number));
        return reading.get(number);
    }

    @Override
    @Transactional
    public Rca approve(WorkItemNumber number, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        require(number, RcaStatus.REVIEW, "approved");
        if (texts.authors(number).contains(by.name())) {
            throw new Refusal.Conflict("You wrote a part of %s. Somebody else has to approve it.".formatted(number));
        }
        var now = clock.instant();
        rows.approved(number, by.name());
        texts.keep(number, "APPROVED", RcaDocument.of(reading.content(number)).json(), null, by.name(), now);
        tell(number, "RCA_APPROVED", "Approved", by, null);
        commitments.meet(number, Metric.RCA_DRAFT, now);
        commitments.meet(number, Metric.RCA_DELIVERY, now);
        events.publishEvent(new RcaApproved(number));
        return reading.get(number);
    }

    @Override
    @Transactional
    public int distribute(WorkItemNumber number, Actor by) {
        require(number, RcaStatus.APPROVED, "sent to management");
        return distribution.send(number, by);
    }

    @Override
    @Transactional
    public void comment(WorkItemNumber number, String text, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        reading.locked(number);
        var said = words("text", text);
        var last = texts.comments(number).stream().reduce((one, later) -> later);
        if (last.filter(one -> one.by().equals(by.name()) && one.text().equals(said))
                .isPresent()) {
            // the button was pressed twice
            return;
        }
        texts.comment(number, new Comment(clock.instant(), by.name(), said));
        tell(number, "COMMENTED", "Commented: " + said, by, null);
    }

    @Override
    @Transactional
    public Rca askToSkip(WorkItemNumber number, String reason, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        reading.get(number);
        return skips.ask(number, reason(reason), by);
    }

    @Override
    @Transactional
    public Rca agreeToSkip(WorkItemNumber number, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        return skips.agree(number, by);
    }

    @Override
    @Transactional
    public Rca refuseToSkip(WorkItemNumber number, String reason, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        reading.get(number);
        return skips.refuse(number, reason(reason), by);
    }

    @Override
    public List<DiffLine> difference(WorkItemNumber number, int from, int to) {
        reading.get(number);
        return Difference.between(
                reading.document(number, from).lines(),
                reading.document(number, to).lines());
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] pdf(WorkItemNumber number, @Nullable String reader) {
        var person = reader == null ? Optional.<Person>empty() : people.find(reader);
        return pdf.print(
                number,
                person.map(Person::language).orElse(Locale.ENGLISH),
                person.map(Person::zone).orElse(ZoneId.of("UTC")));
    }

    private void require(WorkItemNumber number, RcaStatus wanted, String verb) {
        reading.locked(number);
        var status = reading.get(number).status();
        if (status != wanted) {
            throw new Refusal.Conflict("%s is %s and cannot be %s now.".formatted(number, Spoken.of(status), verb));
        }
    }

    private static String reason(String text) {
        return words("reason", text);
    }

    private static String words(String field, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(field, "Say it in 1 to %,d characters.".formatted(LONGEST_REASON));
        }
        return said;
    }

    private void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String reason) {
        timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by.name(), reason));
    }
}
