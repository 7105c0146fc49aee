package org.relevo.incident.communication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relevo.commitment.CalendarUses;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.CommitmentEnded;
import org.relevo.commitment.Commitments;
import org.relevo.commitment.CommitmentsChanged;
import org.relevo.incident.IncidentRaised;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DemandUpdate;
import org.relevo.rules.Fact;
import org.relevo.rules.Metric;
import org.relevo.rules.RuleBook;
import org.relevo.rules.TimeTarget;
import org.relevo.rules.Topic;
import org.relevo.rules.UpdateAudience;
import org.relevo.rules.UpdateFact;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that an open incident owes its next update, as long as somebody waits for one. */
@Component
class UpdatePlan {

    private final AudienceRows audiences;
    private final UpdateRows updates;
    private final Services services;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final CalendarUses calendars;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Clock clock;

    UpdatePlan(
            AudienceRows audiences,
            UpdateRows updates,
            Services services,
            WorkItems workItems,
            Commitments commitments,
            CalendarUses calendars,
            RuleBook ruleBook,
            DecisionLog decisions,
            Clock clock) {
        this.audiences = audiences;
        this.updates = updates;
        this.services = services;
        this.workItems = workItems;
        this.commitments = commitments;
        this.calendars = calendars;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(IncidentRaised raised) {
        open(raised.incident(), true, raised.incident().raisedAt());
    }

    /** An update was sent, or another priority demands other updates: the next one is owed at once. */
    @EventListener
    @Transactional
    public void on(CommitmentEnded ended) {
        var commitment = ended.commitment();
        if (commitment.metric() == Metric.UPDATE) {
            var last = updates.lastAt(commitment.workItem()).orElse(Instant.MIN);
            var from = last.isAfter(commitment.startedAt()) ? last : commitment.startedAt();
            workItems.find(commitment.workItem()).ifPresent(item -> open(item, last.equals(Instant.MIN), from));
        }
    }

    /** Where nobody waited before and somebody does now, the first update counts from now. */
    @EventListener
    @Transactional
    public void on(CommitmentsChanged changed) {
        ensure(changed.workItem());
    }

    /** Open incidents of a service that got its first audience owe an update from now on. */
    @EventListener
    @Transactional
    public void on(AudiencesChanged changed) {
        updates.openCasesOf(changed.service()).forEach(number -> {
            workItems.locked(number);
            ensure(number);
        });
    }

    /** Opens what is owed and not open; does nothing where all is well. */
    @Transactional
    public void ensure(WorkItemNumber number) {
        var item = workItems.find(number).orElse(null);
        if (item != null && awaited(item) && next(number).isEmpty()) {
            open(item, updates.lastAt(number).isEmpty(), clock.instant());
        }
    }

    Optional<Commitment> next(WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(one -> one.metric() == Metric.UPDATE && one.running())
                .findFirst();
    }

    private void open(WorkItem item, boolean first, Instant from) {
        if (!awaited(item)) {
            return;
        }
        var facts = facts(item);
        var outcome = ruleBook.decide(facts);
        decisions.record(item.number().value(), Topic.UPDATE, facts, outcome, clock.instant());
        outcome.all(DemandUpdate.class).stream()
                .min(Comparator.comparing(demand -> wait(demand, first)))
                .ifPresent(shortest -> commitments.open(item.number(), List.of(shortest.commitment(first)), from));
    }

    /** What the communication plan demands for a case as it stands. */
    List<DemandUpdate> demands(WorkItem item) {
        return awaited(item) ? ruleBook.decide(facts(item)).all(DemandUpdate.class) : List.of();
    }

    /** Whether an update to these audiences is the one that is owed: to one of those who wait for the shortest time. */
    boolean owedTo(WorkItem item, Collection<UpdateAudience> told) {
        var demands = demands(item);
        var first = updates.lastAt(item.number()).isEmpty();
        return demands.stream()
                .min(Comparator.comparing(demand -> wait(demand, first)))
                .map(shortest -> demands.stream()
                        .filter(demand -> wait(demand, first).equals(wait(shortest, first)))
                        .anyMatch(demand -> told.contains(demand.audience())))
                .orElse(true);
    }

    private static Duration wait(DemandUpdate demand, boolean first) {
        return length(first ? demand.first() : demand.cadence());
    }

    private boolean awaited(WorkItem item) {
        return item.type() == WorkItemType.INCIDENT
                && item.state().open()
                && item.priority() != null
                && item.service() != null
                && !audiences.reached(item.service()).isEmpty();
    }

    private List<Fact> facts(WorkItem item) {
        var service = item.service();
        var priority = item.priority();
        if (service == null || priority == null) {
            return List.of();
        }
        var counted = calendars.of(service, item.team(), item.raisedBy());
        return List.of(new UpdateFact(
                item.type().name(),
                priority,
                service,
                services.find(service).map(Service::tier).orElse(null),
                audiences.reached(service).stream().sorted().toList(),
                counted.get(CalendarUses.Kind.SERVICE),
                counted.get(CalendarUses.Kind.TEAM),
                counted.get(CalendarUses.Kind.PERSON),
                counted.get(CalendarUses.Kind.CONTRACT)));
    }

    /** Only to compare: a business day takes at least as long as a day. */
    private static Duration length(TimeTarget target) {
        var time = target.time();
        return time == null ? Duration.ofDays(target.businessDays()) : time;
    }
}
