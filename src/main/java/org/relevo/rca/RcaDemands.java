package org.relevo.rca;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.CommitmentBreached;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Duplicates;
import org.relevo.incident.IncidentResolved;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Agreement;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DemandRca;
import org.relevo.rules.DemandRow;
import org.relevo.rules.EndedCaseFact;
import org.relevo.rules.Fact;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the rules, when an incident is over or a project breached a threshold, whether it is to be analysed. Nobody can analyse what still goes on, so a
 * breach, too, counts from then on; and however many rules demand it, it is one analysis with all their reasons.
 */
@Component
class RcaDemands {

    private final WorkItems workItems;
    private final Timeline timeline;
    private final Services services;
    private final Commitments commitments;
    private final People people;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Signatures signatures;
    private final UsersAffected users;
    private final Duplicates duplicates;
    private final RcaRows rows;
    private final RcaOpening opening;

    RcaDemands(
            WorkItems workItems,
            Timeline timeline,
            Services services,
            Commitments commitments,
            People people,
            RuleBook ruleBook,
            DecisionLog decisions,
            Signatures signatures,
            UsersAffected users,
            Duplicates duplicates,
            RcaRows rows,
            RcaOpening opening) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.services = services;
        this.commitments = commitments;
        this.people = people;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.signatures = signatures;
        this.users = users;
        this.duplicates = duplicates;
        this.rows = rows;
        this.opening = opening;
    }

    @EventListener
    @Transactional
    public void on(IncidentResolved resolved) {
        workItems
                .find(resolved.workItem())
                .filter(item -> item.type() == WorkItemType.INCIDENT)
                // What is one and the same is analysed once, with its parent.
                .filter(item -> duplicates.parentOf(item.number()).isEmpty())
                .ifPresent(item -> decide(item, resolved.at()));
    }

    /** A project goes on after a threshold of it was breached, so that is analysed at once. */
    @EventListener
    @Transactional
    public void on(CommitmentBreached breached) {
        workItems
                .find(breached.commitment().workItem())
                .filter(item -> item.type() == WorkItemType.PROJECT)
                .ifPresent(project -> decide(project, breached.at()));
    }

    private void decide(WorkItem incident, Instant now) {
        var signature = signatures.note(incident.number()).orElse(null);
        List<Fact> facts = List.of(fact(incident, signature, now));
        var outcome = ruleBook.decide(facts);
        var demands = outcome.all(DemandRca.class);
        if (demands.isEmpty()) {
            return;
        }
        decisions.record(incident.number().value(), Topic.RCA, facts, outcome, now);
        var number = existing(incident, signature)
                .orElseGet(() -> opening.open(incident, owner(incident, demands.get(0)), signature, demands, now));
        for (var demand : demands) {
            if (rows.reason(number, incident.number(), demand.rule(), demand.because(), now)) {
                var told = new TimelineEvent(
                        now,
                        "RCA_DEMANDED",
                        "%s demanded: %s".formatted(number, demand.because()),
                        "rule book " + outcome.version(),
                        demand.rule());
                timeline.append(number, told);
                timeline.append(incident.number(), told);
            }
        }
    }

    /** The analysis that it is part of, or becomes part of: one of the same signature that is still being written. */
    private Optional<WorkItemNumber> existing(WorkItem incident, @Nullable String signature) {
        var own = rows.about(incident.number()).map(Rca::number);
        if (own.isPresent() || signature == null) {
            return own;
        }
        var same = rows.ofSignature(signature).stream()
                .filter(number -> rows.find(number)
                        .filter(rca -> rca.status() == RcaStatus.DRAFTING)
                        .isPresent())
                .findFirst();
        same.ifPresent(number -> rows.link(number, incident.number(), true, null));
        return same;
    }

    private EndedCaseFact fact(WorkItem incident, @Nullable String signature, Instant now) {
        var many = users.of(incident);
        return new EndedCaseFact(
                incident.type().name(),
                incident.priority() == null ? Priority.P4 : incident.priority(),
                service(incident).map(Service::tier).orElse(null),
                commitments.of(incident.number()).stream()
                        .filter(one -> one.agreement() == Agreement.SLA && one.state() == Commitment.Status.BREACHED)
                        .map(Commitment::metric)
                        .distinct()
                        .toList(),
                signature == null
                        ? List.of()
                        : signatures.daysSinceEarlier(incident.number(), signature, incident.raisedAt()),
                many.isEmpty()
                        ? null
                        : many.getAsInt()
                                * Duration.between(incident.raisedAt(), now).toMinutes());
    }

    private Optional<Service> service(WorkItem incident) {
        return Optional.ofNullable(incident.service()).flatMap(services::find);
    }

    private @Nullable String owner(WorkItem incident, DemandRca demand) {
        var ofService = service(incident).map(Service::owner).orElse(null);
        var first = demand.owner() == DemandRow.Owner.ASSIGNEE ? incident.assignee() : ofService;
        var managers = people.serviceManagers(incident.service()).stream().map(Person::username);
        return Stream.concat(Stream.of(first, ofService, incident.owner()).flatMap(Stream::ofNullable), managers)
                .findFirst()
                .orElse(null);
    }
}
