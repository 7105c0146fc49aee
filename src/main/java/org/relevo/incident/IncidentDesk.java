package org.relevo.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.EscalationAcknowledged;
import org.relevo.escalation.Escalations;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.AssignTeam;
import org.relevo.rules.Decision;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Outcome;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.service.Service;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class IncidentDesk implements Incidents {

    private final WorkItems workItems;
    private final Timeline timeline;
    private final CaseFacts caseFacts;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Commitments commitments;
    private final Rerating rerating;
    private final Escalations escalations;
    private final ObjectProvider<Answering> answering;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentDesk(
            WorkItems workItems,
            Timeline timeline,
            CaseFacts caseFacts,
            RuleBook ruleBook,
            DecisionLog decisions,
            Commitments commitments,
            Rerating rerating,
            Escalations escalations,
            ObjectProvider<Answering> answering,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.caseFacts = caseFacts;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.commitments = commitments;
        this.rerating = rerating;
        this.escalations = escalations;
        this.answering = answering;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public WorkItem raise(RaiseIncident what, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        if (oneLine(what.title()).isEmpty()) {
            throw new Refusal.Invalid("title", "An incident needs a title. Say in a few words what does not work.");
        }
        var now = clock.instant();
        var service = caseFacts.service(what.service());
        List<Fact> facts = List.of(caseFacts.of(what.impact(), what.urgency(), service, by.name()));
        var outcome = ruleBook.decide(facts);
        var incident = incident(what, by, service, outcome, now);
        workItems.add(incident);
        decisions.record(incident.number().value(), Topic.PRIORITY, facts, outcome, now);
        tell(incident, what, outcome);
        commitments.open(incident.number(), outcome.all(OpenCommitment.class), now);
        events.publishEvent(new IncidentRaised(incident));
        return incident;
    }

    /** A title stands in the subject and the first line of mails, where a line break could pass for a line of ours. */
    private static String oneLine(String title) {
        return title.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ").strip();
    }

    @Override
    public Optional<AssignPriority> priorityOf(RaiseIncident what) {
        var service = caseFacts.service(what.service());
        return ruleBook.decide(List.of(caseFacts.of(what.impact(), what.urgency(), service, "")))
                .one(AssignPriority.class);
    }

    private WorkItem incident(RaiseIncident what, Actor by, @Nullable Service service, Outcome outcome, Instant now) {
        var priority = outcome.one(AssignPriority.class);
        var team = outcome.one(AssignTeam.class);
        var rated = priority.map(AssignPriority::priority).orElse(null);
        var answer = service == null
                ? Optional.<Answering.Answer>empty()
                : answering.stream()
                        .flatMap(one -> one.of(service.key(), rated).stream())
                        .findFirst();
        return new WorkItem(
                workItems.nextNumber(WorkItemType.INCIDENT),
                WorkItemType.INCIDENT,
                oneLine(what.title()),
                what.description().strip(),
                State.NEW,
                rated,
                what.impact(),
                what.urgency(),
                service == null ? null : service.key(),
                answer.map(Answering.Answer::team)
                        .or(() -> team.map(AssignTeam::team))
                        .orElse(null),
                service == null ? null : service.owner(),
                null,
                now,
                by.name(),
                null,
                priority.map(IncidentDesk::reason).orElse(null),
                answer.map(Answering.Answer::reason)
                        .or(() -> team.map(IncidentDesk::reason))
                        .orElse(null),
                null);
    }

    static String reason(Decision decision) {
        return "%s · %s".formatted(decision.because(), decision.rule());
    }

    private void tell(WorkItem incident, RaiseIncident what, Outcome outcome) {
        var now = incident.raisedAt();
        var book = "rule book " + outcome.version();
        timeline.append(
                incident.number(),
                new TimelineEvent(now, "RAISED", "Raised: " + incident.title(), incident.raisedBy(), what.because()),
                new TimelineEvent(
                        now,
                        "DECIDED",
                        "Priority %s, team %s"
                                .formatted(
                                        incident.priority() == null ? "undecided" : incident.priority(),
                                        incident.team() == null ? "undecided" : incident.team()),
                        book,
                        "%s / %s".formatted(incident.priorityReason(), incident.teamReason())));
    }

    @Override
    @Transactional
    public WorkItem acknowledge(WorkItemNumber number, Actor by, String via) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        return acknowledge(number, by.name(), by.kind() == Actor.Kind.PERSON, via);
    }

    /** A link in a mail carries the right to acknowledge: it was sent to one who answers for the incident. */
    @EventListener
    @Transactional
    public void on(EscalationAcknowledged acknowledged) {
        if (!isIncident(acknowledged.workItem())) {
            return;
        }
        acknowledge(acknowledged.workItem(), acknowledged.by(), true, "by mail");
    }

    private WorkItem acknowledge(WorkItemNumber number, String by, boolean person, String via) {
        var incident = locked(number);
        if (incident.state() == State.ACKNOWLEDGED) {
            return incident;
        }
        requireOpen(incident, "acknowledged");
        var now = clock.instant();
        var taken = incident.acknowledged(person ? by : null);
        workItems.save(taken);
        timeline.append(number, new TimelineEvent(now, "ACKNOWLEDGED", "Acknowledged " + via, by, null));
        escalations.acknowledged(number, now, by, via);
        commitments.meet(number, Metric.RESPONSE, now);
        if (taken.assignee() != null) {
            commitments.meet(number, Metric.OWNERSHIP, now);
        }
        events.publishEvent(new IncidentAcknowledged(number, by, now));
        return taken;
    }

    @Override
    @Transactional
    public WorkItem rate(
            WorkItemNumber number, @Nullable Rating impact, @Nullable Rating urgency, String because, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var before = locked(number);
        requireOpen(before, "rated anew");
        if (because.isBlank() || because.length() > 500) {
            throw new Refusal.Invalid("because", "Say in up to 500 characters what is known now that was not before.");
        }
        return rerating.rerate(before, impact, urgency, null, "RATED", because.strip(), by);
    }

    @Override
    @Transactional
    public void proposeResolution(WorkItemNumber number, Actor by, String reason) {
        propose(number, by, reason, "RESOLUTION_PROPOSED", "Resolution proposed: " + reason);
    }

    @Override
    @Transactional
    public void withdrawProposal(WorkItemNumber number, Actor by, String reason) {
        if (locked(number).resolutionProposed() != null) {
            propose(number, by, null, "PROPOSAL_WITHDRAWN", "Proposal to resolve withdrawn: " + reason);
        }
    }

    private void propose(WorkItemNumber number, Actor by, @Nullable String reason, String kind, String text) {
        var incident = locked(number);
        if (incident.state().open()) {
            workItems.save(incident.resolutionProposed(reason));
            timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by.name(), null));
        }
    }

    @Override
    @Transactional
    public WorkItem resolve(WorkItemNumber number, Actor by, String summary) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        if (summary.isBlank()) {
            throw new Refusal.Invalid("summary", "Say in a sentence what restored the service.");
        }
        var incident = locked(number);
        requireOpen(incident, "resolved");
        var now = clock.instant();
        var resolved = incident.resolved(now);
        workItems.save(resolved);
        timeline.append(number, new TimelineEvent(now, "RESOLVED", "Resolved: " + summary.strip(), by.name(), null));
        escalations.allClear(number, now, "resolved by " + by.name());
        commitments.meet(number, Metric.RESPONSE, now);
        commitments.meet(number, Metric.RESOLUTION, now);
        commitments.cancel(number, now);
        events.publishEvent(new IncidentResolved(number, by.name(), now));
        return resolved;
    }

    private boolean isIncident(WorkItemNumber number) {
        return workItems
                .find(number)
                .filter(item -> item.type() == WorkItemType.INCIDENT)
                .isPresent();
    }

    private WorkItem locked(WorkItemNumber number) {
        return workItems
                .locked(number)
                .filter(item -> item.type() == WorkItemType.INCIDENT)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
    }

    private static void requireOpen(WorkItem incident, String verb) {
        if (!incident.state().open()) {
            throw new Refusal.Conflict("%s is %s and can no longer be %s."
                    .formatted(incident.number(), incident.state().name().toLowerCase(java.util.Locale.ROOT), verb));
        }
    }
}
