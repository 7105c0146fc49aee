package org.relevo.rca;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CalendarUses;
import org.relevo.commitment.Commitments;
import org.relevo.rca.RcaEvents.RcaDemanded;
import org.relevo.rules.AssignTeam;
import org.relevo.rules.CaseFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DemandRca;
import org.relevo.rules.Fact;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Outcome;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens the case of an analysis beside its incident, and asks the rules what such a case owes. */
@Component
class RcaOpening {

    private final WorkItems workItems;
    private final Services services;
    private final CalendarUses calendars;
    private final Commitments commitments;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final RcaRows rows;
    private final ApplicationEventPublisher events;

    RcaOpening(
            WorkItems workItems,
            Services services,
            CalendarUses calendars,
            Commitments commitments,
            RuleBook ruleBook,
            DecisionLog decisions,
            RcaRows rows,
            ApplicationEventPublisher events) {
        this.workItems = workItems;
        this.services = services;
        this.calendars = calendars;
        this.commitments = commitments;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.rows = rows;
        this.events = events;
    }

    WorkItemNumber open(
            WorkItem incident,
            @Nullable String owner,
            @Nullable String signature,
            List<DemandRca> demands,
            Instant now) {
        var number = workItems.nextNumber(WorkItemType.RCA);
        var outcome = owed(number, WorkItemType.RCA, incident, now);
        var team = outcome.one(AssignTeam.class);
        workItems.add(new WorkItem(
                number,
                WorkItemType.RCA,
                "Root cause of %s: %s".formatted(incident.number(), incident.title()),
                "",
                State.NEW,
                incident.priority(),
                incident.impact(),
                incident.urgency(),
                incident.service(),
                incident.team() == null ? team.map(AssignTeam::team).orElse(null) : incident.team(),
                owner,
                null,
                now,
                "rule book " + outcome.version(),
                null,
                demands.stream().map(DemandRca::because).collect(Collectors.joining("; ")),
                "the team that worked on " + incident.number(),
                null));
        rows.add(number, incident.number(), signature, now);
        commitments.open(number, outcome.all(OpenCommitment.class), now);
        events.publishEvent(new RcaDemanded(number, incident.number(), now));
        return number;
    }

    /** What the rules say that a case of a type about an incident owes. */
    Outcome owed(WorkItemNumber number, WorkItemType type, WorkItem incident, Instant now) {
        var service = Optional.ofNullable(incident.service()).flatMap(services::find);
        var team = service.map(Service::team).orElse(null);
        var counted = calendars.of(incident.service(), team, null);
        List<Fact> facts = List.of(new CaseFact(
                type.name(),
                incident.impact(),
                incident.urgency(),
                incident.service(),
                team,
                service.map(Service::tier).orElse(null),
                counted.get(CalendarUses.Kind.SERVICE),
                counted.get(CalendarUses.Kind.TEAM),
                counted.get(CalendarUses.Kind.PERSON),
                counted.get(CalendarUses.Kind.CONTRACT)));
        var outcome = ruleBook.decide(facts);
        decisions.record(number.value(), Topic.RCA, facts, outcome, now);
        return outcome;
    }
}
