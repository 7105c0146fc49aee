package org.relevo.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.handover.HandoverEvents.CriterionSettled;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows, assigns and waives criteria. After each change the rules look again. */
@Component
class CriteriaDesk implements Criteria {

    private final HandoverReading reading;
    private final CriterionRows rows;
    private final Gatekeeper gatekeeper;
    private final HandoverNews news;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CriteriaDesk(
            HandoverReading reading,
            CriterionRows rows,
            Gatekeeper gatekeeper,
            HandoverNews news,
            People people,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.gatekeeper = gatekeeper;
        this.news = news;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Criterion get(long id) {
        return rows.find(id).orElseThrow(() -> new Refusal.NotFound("There is no such criterion."));
    }

    @Override
    @Transactional
    public Criterion assign(long id, Map<String, String> form, Actor by) {
        var handover = changing(id);
        requireInvolved(handover, get(id), by);
        var problems = new ArrayList<FieldProblem>();
        var owner = person(form, problems);
        var due = Asked.date(form, "dueOn", problems);
        Asked.check(problems);
        rows.assign(id, owner, due);
        news.note(
                handover,
                "CRITERION_ASSIGNED",
                "%s: %s, due %s".formatted(get(id).title(), owner, due),
                by.name(),
                null);
        return get(id);
    }

    private String person(Map<String, String> form, List<FieldProblem> problems) {
        var owner = Asked.blank(form, "owner");
        if (people.find(owner).filter(person -> person.enabled()).isEmpty()) {
            problems.add(new FieldProblem("owner", "Nobody has that username. Choose one of the list."));
        }
        return owner;
    }

    @Override
    @Transactional
    public Criterion show(long id, Map<String, String> form, Actor by) {
        var handover = changing(id);
        var criterion = get(id);
        requireInvolved(handover, criterion, by);
        var problems = new ArrayList<FieldProblem>();
        var text = Asked.text(form, "text", problems);
        var link = Asked.link(form, "link", problems);
        Asked.check(problems);
        var said = criterion.evidence().stream()
                .anyMatch(one -> one.counts()
                        && one.by().equals(by.name())
                        && one.text().equals(text)
                        && Objects.equals(one.link(), link));
        if (!said) {
            rows.show(id, by.name(), clock.instant(), text, link);
            news.note(handover, "EVIDENCE", "Evidence for: %s".formatted(criterion.title()), by.name(), text);
            gatekeeper.look(handover.number());
        }
        return get(id);
    }

    @Override
    @Transactional
    public Criterion withdraw(long id, long evidence, String because, Actor by) {
        var handover = changing(id);
        var criterion = get(id);
        requireInvolved(handover, criterion, by);
        var why = Asked.reason("reason", because);
        if (!rows.withdraw(id, evidence, by.name(), clock.instant(), why)) {
            throw new Refusal.Conflict("That evidence was withdrawn already.");
        }
        news.tell(
                handover, "EVIDENCE_WITHDRAWN", "Evidence withdrawn: %s".formatted(criterion.title()), by.name(), why);
        gatekeeper.look(handover.number());
        return get(id);
    }

    @Override
    @Transactional
    public Criterion waive(long id, Map<String, String> form, Actor by) {
        var handover = changing(id);
        var criterion = get(id);
        reading.requireAnswers(handover, by);
        if (criterion.waiver() != null) {
            throw new Refusal.Conflict("That criterion is waived already, until %s. End that waiver first."
                    .formatted(criterion.waiver().expiresOn()));
        }
        var problems = new ArrayList<FieldProblem>();
        var reason = Asked.text(form, "reason", problems);
        var owner = person(form, problems);
        var expires = Asked.date(form, "expiresOn", problems);
        requireSoon(expires, reading.project(handover).today(clock), problems);
        Asked.check(problems);
        rows.waive(id, reason, owner, by.name(), clock.instant(), Objects.requireNonNull(expires));
        audit.record(by.name(), "criterion waived", handover.number().value(), criterion.title() + ": " + reason);
        news.tell(
                handover,
                "WAIVED",
                "Waived until %s: %s".formatted(expires, criterion.title()),
                by.name(),
                "%s; %s sees to it".formatted(reason, owner));
        events.publishEvent(new CriterionSettled(handover.number(), id));
        gatekeeper.look(handover.number());
        return get(id);
    }

    private static void requireSoon(
            @org.jspecify.annotations.Nullable LocalDate expires, LocalDate today, List<FieldProblem> problems) {
        if (expires != null && (expires.isBefore(today) || expires.isAfter(today.plusYears(1)))) {
            problems.add(new FieldProblem("expiresOn", "Give a day from today until a year from now."));
        }
    }

    @Override
    @Transactional
    public Criterion endWaiver(long id, Actor by) {
        var handover = changing(id);
        reading.requireAnswers(handover, by);
        if (!rows.endWaiver(id, by.name(), clock.instant())) {
            throw new Refusal.Conflict("That criterion is not waived.");
        }
        news.tell(handover, "WAIVER_ENDED", "Waiver ended: %s".formatted(get(id).title()), by.name(), null);
        gatekeeper.look(handover.number());
        return get(id);
    }

    /** The handover, whose case is locked; what is over changes no longer. */
    private Handover changing(long id) {
        var number = get(id).number();
        reading.locked(number);
        var handover = reading.get(number);
        if (!handover.status().open()) {
            throw new Refusal.Conflict("%s is %s and changes no longer."
                    .formatted(number, handover.status().word()));
        }
        return handover;
    }

    private void requireInvolved(Handover handover, Criterion criterion, Actor by) {
        if (!by.name().equals(criterion.owner()) && !reading.project(handover).ledBy(by)) {
            reading.requireAnswers(handover, by);
        }
    }
}
