package org.relevo.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.HandoverEvents.HandedOver;
import org.relevo.handover.HandoverEvents.RolledBack;
import org.relevo.handover.HandoverEvents.WentLive;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of a handover after it was asked for. Each passes the gate or is refused; nothing else moves a handover on. */
@Component
class HandoverDesk implements Handovers {

    private final HandoverReading reading;
    private final HandoverRows rows;
    private final HandoverOpening opening;
    private final CriterionRows criteria;
    private final Gatekeeper gatekeeper;
    private final Moving moving;
    private final Optional<ExitCriteria> exit;
    private final HandoverNews news;
    private final WorkItems workItems;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverDesk(
            HandoverReading reading,
            HandoverRows rows,
            HandoverOpening opening,
            CriterionRows criteria,
            Gatekeeper gatekeeper,
            Moving moving,
            Optional<ExitCriteria> exit,
            HandoverNews news,
            WorkItems workItems,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.opening = opening;
        this.criteria = criteria;
        this.gatekeeper = gatekeeper;
        this.moving = moving;
        this.exit = exit;
        this.news = news;
        this.workItems = workItems;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Handover get(WorkItemNumber number) {
        return reading.get(number);
    }

    @Override
    public List<Handover> find(
            @Nullable String project, @Nullable String service, @Nullable HandoverStatus status, int page, int size) {
        return rows.find(project, service, status, page, size);
    }

    @Override
    public long count(@Nullable String project, @Nullable String service, @Nullable HandoverStatus status) {
        return rows.count(project, service, status);
    }

    @Override
    public Optional<Handover> open(String service) {
        return rows.open(service);
    }

    @Override
    public List<Criterion> criteria(WorkItemNumber number) {
        return criteria.of(number);
    }

    @Override
    public List<Signature> signatures(WorkItemNumber number) {
        return rows.signatures(number);
    }

    @Override
    public List<Moved> moved(WorkItemNumber number) {
        return moving.of(number);
    }

    @Override
    public @Nullable String acceptor(WorkItemNumber number) {
        return reading.acceptor(reading.get(number)).orElse(null);
    }

    @Override
    public boolean acceptedBy(WorkItemNumber number, Actor who) {
        return reading.answers(who, reading.get(number).service());
    }

    @Override
    @Transactional
    public Handover request(String project, Map<String, String> form, Actor by) {
        return opening.request(project, form, by);
    }

    @Override
    @Transactional
    public void chooseCriteria(WorkItemNumber number, Actor by) {
        opening.chooseCriteria(number, by);
    }

    @Override
    @Transactional
    public Handover plan(WorkItemNumber number, Map<String, String> form, Actor by) {
        reading.locked(number);
        return opening.plan(number, form, by);
    }

    @Override
    @Transactional
    public Handover look(WorkItemNumber number) {
        return gatekeeper.look(number);
    }

    @Override
    @Transactional
    public boolean offer(WorkItemNumber number, Actor by) {
        var passes = gatekeeper.passes(number);
        var handover = reading.get(number);
        if (passes && handover.status() == HandoverStatus.PREPARING) {
            rows.moved(number, HandoverStatus.READY);
            news.tell(handover, "OFFERED", "Offered to operations", by.name(), null);
        }
        return passes;
    }

    @Override
    @Transactional
    public Handover accept(WorkItemNumber number, String reason, Actor by) {
        var said = Asked.reason("reason", reason);
        var handover = standing(number, HandoverStatus.READY, "accepted");
        reading.requireAnswers(handover, by);
        requirePassed(number, "accepted");
        rows.moved(number, HandoverStatus.ACCEPTED);
        sign(handover, "READINESS", "ACCEPTED", by, said);
        news.tell(handover, "ACCEPTED", "Accepted by operations", by.name(), said);
        workItems.save(reading.locked(number).moved(State.ACKNOWLEDGED, null));
        return reading.get(number);
    }

    @Override
    @Transactional
    public Handover refuse(WorkItemNumber number, String missing, Actor by) {
        var said = Asked.reason("reason", missing);
        var handover = standing(number, HandoverStatus.READY, "refused");
        reading.requireAnswers(handover, by);
        rows.moved(number, HandoverStatus.PREPARING);
        sign(handover, "READINESS", "REFUSED", by, said);
        news.tell(handover, "REFUSED", "Refused by operations", by.name(), said);
        return reading.get(number);
    }

    @Override
    @Transactional
    public Handover goLive(WorkItemNumber number, String reason, Actor by) {
        var said = Asked.reason("reason", reason);
        var handover = standing(number, HandoverStatus.ACCEPTED, "taken live");
        reading.project(handover).requireLead(by);
        requirePassed(number, "taken live");
        rows.live(number, clock.instant());
        sign(handover, "GO_LIVE", "ACCEPTED", by, said);
        moving.move(handover, by);
        news.tell(handover, "LIVE", "Live: early life support begins", by.name(), said);
        events.publishEvent(new WentLive(number, handover.service()));
        return reading.get(number);
    }

    @Override
    @Transactional
    public Handover finish(WorkItemNumber number, String reason, Actor by) {
        var said = Asked.reason("reason", reason);
        var handover = standing(number, HandoverStatus.EARLY_LIFE, "finally accepted");
        reading.requireAnswers(handover, by);
        exit.map(criterion -> criterion.missing(handover))
                .filter(missing -> !missing.isBlank())
                .ifPresent(missing -> {
                    throw new Refusal.Conflict(
                            "%s cannot leave early life support yet: %s.".formatted(number, missing));
                });
        moving.move(handover, by);
        end(handover, HandoverStatus.OPERATIONAL);
        sign(handover, "FINAL", "ACCEPTED", by, said);
        news.tell(handover, "OPERATIONAL", "Operations has the service", by.name(), said);
        events.publishEvent(new HandedOver(number, handover.service()));
        return reading.get(number);
    }

    @Override
    @Transactional
    public Handover rollBack(WorkItemNumber number, String reason, Actor by) {
        var said = Asked.reason("reason", reason);
        reading.locked(number);
        var handover = reading.get(number);
        if (!handover.status().open()) {
            throw new Refusal.Conflict("%s is %s and cannot be rolled back. Ask for a new handover instead."
                    .formatted(number, handover.status().word()));
        }
        if (!reading.project(handover).ledBy(by)) {
            reading.requireAnswers(handover, by);
        }
        end(handover, HandoverStatus.ROLLED_BACK);
        sign(handover, gate(handover.status()), "ROLLED_BACK", by, said);
        news.tell(handover, "ROLLED_BACK", "Rolled back to the project", by.name(), said);
        events.publishEvent(new RolledBack(number, handover.service()));
        return reading.get(number);
    }

    private static String gate(HandoverStatus status) {
        return switch (status) {
            case ACCEPTED -> "GO_LIVE";
            case EARLY_LIFE -> "FINAL";
            default -> "READINESS";
        };
    }

    private void end(Handover handover, HandoverStatus how) {
        var now = clock.instant();
        rows.ended(handover.number(), how, now);
        workItems.save(reading.locked(handover.number()).moved(State.CLOSED, now));
    }

    private void sign(Handover handover, String gate, String verdict, Actor by, String reason) {
        rows.sign(handover.number(), new Signature(gate, verdict, by.name(), clock.instant(), reason));
        audit.record(
                by.name(),
                "handover " + verdict.toLowerCase(java.util.Locale.ROOT),
                handover.number().value(),
                reason);
    }

    private Handover standing(WorkItemNumber number, HandoverStatus wanted, String verb) {
        reading.locked(number);
        var handover = reading.get(number);
        if (handover.status() != wanted) {
            throw new Refusal.Conflict("%s is %s and cannot be %s now."
                    .formatted(number, handover.status().word(), verb));
        }
        return handover;
    }

    private void requirePassed(WorkItemNumber number, String verb) {
        if (!gatekeeper.passes(number)) {
            var missing = new ArrayList<String>();
            criteria.of(number).stream()
                    .filter(one -> one.need() == org.relevo.rules.Need.MUST && one.missing())
                    .forEach(one -> missing.add("%s (%s)".formatted(one.title(), one.said())));
            throw new Refusal.Conflict(
                    "%s cannot be %s while its gate is shut. What is missing: %s. Meet or waive it first."
                            .formatted(
                                    number,
                                    verb,
                                    missing.isEmpty() ? "a rule that opens it" : String.join("; ", missing)));
        }
    }
}
