package org.relevo.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.GivenPriority;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemLinks;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the rule book again what an open incident's priority is, and carries out what follows from another one. */
@Component
class Rerating {

    private final WorkItems workItems;
    private final WorkItemLinks links;
    private final CaseFacts facts;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Commitments commitments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rerating(
            WorkItems workItems,
            WorkItemLinks links,
            CaseFacts facts,
            RuleBook ruleBook,
            DecisionLog decisions,
            Commitments commitments,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workItems = workItems;
        this.links = links;
        this.facts = facts;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.commitments = commitments;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** An incident that is locked gets the priority of its ratings, or the one that a person has given it. */
    WorkItem rerate(
            WorkItem before,
            @Nullable Rating impact,
            @Nullable Rating urgency,
            @Nullable GivenPriority given,
            String kind,
            String because,
            Actor by) {
        requireItsOwnMaster(before);
        var now = clock.instant();
        var asked = new ArrayList<Fact>(
                List.of(facts.of(impact, urgency, facts.service(before.service()), before.raisedBy())));
        if (given != null) {
            asked.add(given);
        }
        var outcome = ruleBook.decide(asked);
        decisions.record(before.number().value(), Topic.PRIORITY, asked, outcome, now);
        var decided = outcome.one(AssignPriority.class);
        var rated = before.rated(
                impact,
                urgency,
                decided.map(AssignPriority::priority).orElse(null),
                decided.map(IncidentDesk::reason).orElse(""));
        workItems.save(rated);
        var change = "priority %s → %s".formatted(before.priority(), rated.priority());
        timeline.append(before.number(), new TimelineEvent(now, kind, sentence(change), by.name(), because));
        if (before.priority() != rated.priority()) {
            commitments.retarget(before.number(), outcome.all(OpenCommitment.class), before.raisedAt(), change);
            events.publishEvent(new IncidentPriorityChanged(before.priority(), rated, by.name(), now));
        }
        return rated;
    }

    /** What a duplicate owes stands still: another priority would open what does not. */
    private void requireItsOwnMaster(WorkItem item) {
        links.from(item.number(), WorkItemLink.Kind.DUPLICATE_OF).stream()
                .findFirst()
                .ifPresent(link -> {
                    throw new Refusal.Conflict(
                            "%s is a duplicate of %s and follows it. Rate %s, or undo the duplicate first."
                                    .formatted(item.number(), link.to(), link.to()));
                });
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
