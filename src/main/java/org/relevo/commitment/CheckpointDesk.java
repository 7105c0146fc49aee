package org.relevo.commitment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CheckpointFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Escalate;
import org.relevo.rules.Fact;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rule book at a commitment's checkpoints. Handling one twice changes nothing. */
@Service
class CheckpointDesk {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final CommitmentRows rows;
    private final WorkItems workItems;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckpointDesk(
            CommitmentRows rows,
            WorkItems workItems,
            RuleBook ruleBook,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workItems = workItems;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Handles the checkpoint of a commitment that is due, if one is, and answers when the next one is. The case is locked
     * first, as by everybody who changes it: whoever acknowledges it meanwhile waits, and then ends what was decided here.
     */
    @Transactional
    @Nullable
    Instant handle(long id) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        if (item == null) {
            return null;
        }
        var commitment = rows.locked(id).filter(Commitment::running).orElse(null);
        if (commitment == null) {
            return null;
        }
        var now = clock.instant();
        var due = Checkpoints.due(commitment, now);
        if (due.isEmpty()) {
            return Checkpoints.nextAfter(commitment, commitment.passed());
        }
        return pass(commitment, item, due.get(), now);
    }

    private @Nullable Instant pass(Commitment commitment, WorkItem item, int percent, Instant now) {
        var breached = percent >= 100 && commitment.state() != Commitment.Status.BREACHED;
        var next = Checkpoints.nextAfter(commitment, percent);
        rows.passed(commitment.id(), percent, breached ? Commitment.Status.BREACHED : commitment.state(), next);
        decide(commitment, item, percent, now);
        if (breached) {
            events.publishEvent(new CommitmentBreached(commitment, now));
        }
        return next;
    }

    private void decide(Commitment commitment, WorkItem item, int percent, Instant now) {
        var late = Checkpoints.at(commitment.startedAt(), commitment.target(), percent)
                .plus(LATE)
                .isBefore(now);
        var priority = item.priority() == null ? Priority.P4 : item.priority();
        List<Fact> facts =
                List.of(new CheckpointFact(commitment.metric(), priority, percent, item.state() != State.NEW, late));
        var outcome = ruleBook.decide(facts);
        decisions.record(item.number().value(), Topic.ESCALATION, facts, outcome, now);
        events.publishEvent(
                new CheckpointReached(commitment, percent, late, outcome.version(), outcome.all(Escalate.class), now));
    }
}
