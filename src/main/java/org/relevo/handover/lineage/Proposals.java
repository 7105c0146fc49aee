package org.relevo.handover.lineage;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.relevo.handover.Handover;
import org.relevo.incident.IncidentRaised;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.ProposeTrace;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the rules compare incidents with what was waived, open or late, and proposes what may trace to what. */
@Component
public class Proposals {

    private final Lines lines;
    private final SuspectRows suspects;
    private final TraceRows traces;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Timeline timeline;
    private final Clock clock;

    Proposals(
            Lines lines,
            SuspectRows suspects,
            TraceRows traces,
            RuleBook ruleBook,
            DecisionLog decisions,
            Timeline timeline,
            Clock clock) {
        this.lines = lines;
        this.suspects = suspects;
        this.traces = traces;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Just before the commit: the alerts that it came from are on it by then, and a drill is known to be one. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(IncidentRaised raised) {
        var incident = raised.incident();
        if (incident.service() != null) {
            lines.at(incident.service(), incident.raisedAt())
                    .ifPresent(handover -> suspects.one(incident.number())
                            .forEach(one -> propose(handover, lines.causes(handover), one)));
        }
    }

    /**
     * Compares every incident since the service went live again, by the marks and rules of now. What was decided stays.
     *
     * @return how many are new
     */
    @Transactional
    public int again(WorkItemNumber number, Actor by) {
        var handover = lines.deciding(number, by);
        var live = handover.liveAt();
        if (live == null) {
            throw new Refusal.Conflict("%s is %s: no incident can trace to it before it is live."
                    .formatted(number, handover.status().word()));
        }
        var causes = lines.causes(handover);
        var all = lines.of(handover.service());
        return suspects.since(handover.service(), live).stream()
                .filter(one -> Lines.at(all, one.raisedAt())
                        .filter(found -> found.number().equals(number))
                        .isPresent())
                .mapToInt(one -> propose(handover, causes, one))
                .sum();
    }

    private int propose(Handover handover, List<Cause> causes, Suspect incident) {
        var known = lines.known(handover);
        List<Fact> facts = causes.stream()
                .filter(cause -> cause.stood(incident.raisedAt()))
                .<Fact>map(cause -> cause.beside(incident, known))
                .toList();
        if (facts.isEmpty()) {
            return 0;
        }
        var outcome = ruleBook.decide(facts);
        var proposed = outcome.all(ProposeTrace.class).stream()
                .filter(one -> causes.stream()
                        .filter(cause -> same(cause, one))
                        .anyMatch(cause -> traces.propose(
                                handover.number(), incident.number(), cause.title(), one, clock.instant())))
                .toList();
        if (!proposed.isEmpty()) {
            decisions.record(incident.number().value(), Topic.HANDOVER, facts, outcome, clock.instant());
            tell(handover, incident, proposed);
        }
        return proposed.size();
    }

    private static boolean same(Cause cause, ProposeTrace proposed) {
        return cause.kind() == proposed.kind() && cause.reference().equals(proposed.reference());
    }

    private void tell(Handover handover, Suspect incident, List<ProposeTrace> proposed) {
        timeline.append(
                incident.number(),
                new TimelineEvent(
                        clock.instant(),
                        "TRACE_PROPOSED",
                        "May trace to handover %s".formatted(handover.number()),
                        "relevo",
                        proposed.stream().map(ProposeTrace::because).collect(Collectors.joining("; "))));
    }
}
