package org.relevo.commitment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CheckpointFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.DueCases;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rule book at a commitment's checkpoints. Handling one twice changes nothing. */
@Service
class CheckpointDesk implements DueCases.Work {

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

    @Override
    public Map<Long, WorkItemNumber> cases(Collection<Long> ids) {
        return rows.cases(ids);
    }

    @Override
    public Map<Long, Optional<Instant>> carryOut(Map<Long, WorkItem> due) {
        var now = clock.instant();
        var commitments = rows.locked(due.keySet());
        var next = new LinkedHashMap<Long, Optional<Instant>>();
        due.forEach((id, item) -> next.put(
                id,
                Optional.ofNullable(commitments.get(id))
                        .filter(Commitment::running)
                        .map(commitment -> handle(commitment, item, now))));
        return next;
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
        return commitment == null ? null : handle(commitment, item, clock.instant());
    }

    /** As {@link #handle(long)}, for a commitment and a case that are locked. */
    @Nullable
    Instant handle(Commitment commitment, WorkItem item, Instant now) {
        if (commitment.state() == Commitment.Status.HELD) {
            return commitment.hold(now).isPresent() ? endOfHold(commitment, now) : resumed(commitment, item, now);
        }
        var due = Checkpoints.due(commitment, now);
        return due.isEmpty()
                ? Checkpoints.nextAfter(commitment, commitment.passed(), now)
                : pass(commitment, item, due.get(), now, late(commitment, due.get(), now), false);
    }

    static @Nullable Instant endOfHold(Commitment commitment, Instant now) {
        return commitment.hold(now).map(Hold::to).orElse(null);
    }

    /** A hold has ended: what had been passed before it is looked at once more, since escalations ended with the hold. */
    private @Nullable Instant resumed(Commitment commitment, WorkItem item, Instant now) {
        // One that was breached before the hold is not breached once more by its end.
        var before = commitment.passed() >= 100 ? Commitment.Status.BREACHED : Commitment.Status.RUNNING;
        var running = Changes.standing(commitment, before, -1, commitment.cycle() + 1);
        events.publishEvent(new CommitmentChanged(running, false, "resumed", now));
        return evaluate(running, item, now, true);
    }

    /**
     * Looks at a commitment that was changed as if it had just come to where it stands.
     *
     * @param told whether those who were told of what lies behind are not told again
     */
    @Nullable
    Instant evaluate(Commitment commitment, WorkItem item, Instant now, boolean told) {
        var behind = Checkpoints.behind(commitment, now);
        if (behind >= 0) {
            return pass(commitment, item, behind, now, false, told);
        }
        var next = Checkpoints.nextAfter(commitment, -1, now);
        rows.save(Changes.standing(commitment, Commitment.Status.RUNNING, -1, commitment.cycle()), next, now);
        return next;
    }

    private @Nullable Instant pass(
            Commitment commitment, WorkItem item, int percent, Instant now, boolean late, boolean told) {
        var missed = percent >= 100;
        var breached = missed && commitment.state() != Commitment.Status.BREACHED;
        var state = missed ? Commitment.Status.BREACHED : Commitment.Status.RUNNING;
        var passed = Changes.standing(commitment, state, percent, commitment.cycle());
        var next = Checkpoints.nextAfter(passed, percent, now);
        rows.save(passed, next, now);
        decide(passed, item, percent, now, late, told);
        if (breached) {
            events.publishEvent(new CommitmentBreached(passed, now));
        }
        return next;
    }

    /** Only the scheduler is late: what a change puts behind us could not have been seen before. */
    private static boolean late(Commitment commitment, int percent, Instant now) {
        return commitment
                .reachedAt(percent, now)
                .filter(at -> at.plus(LATE).isBefore(now))
                .isPresent();
    }

    private void decide(Commitment commitment, WorkItem item, int percent, Instant now, boolean late, boolean told) {
        List<Fact> facts = List.of(fact(commitment, item, percent, now, late));
        var outcome = ruleBook.decide(facts);
        decisions.record(item.number().value(), Topic.ESCALATION, facts, outcome, now);
        events.publishEvent(new CheckpointReached(
                commitment, item, percent, late, told, outcome.version(), outcome.decisions(), now));
    }

    /** What the rule book is asked at a checkpoint. */
    CheckpointFact fact(Commitment commitment, WorkItem item, int percent, Instant at, boolean late) {
        var calendar = commitment.calendar(at);
        return new CheckpointFact(
                commitment.agreement(),
                commitment.metric(),
                item.priority() == null ? Priority.P4 : item.priority(),
                commitment.tier(),
                percent,
                item.state() != State.NEW,
                late,
                calendar.map(c -> at.atZone(c.zone()).getDayOfWeek()).orElse(null),
                calendar.map(c -> c.isWorking(at)).orElse(true));
    }
}
