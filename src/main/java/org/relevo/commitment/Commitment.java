package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.WorkingTime;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;

/**
 * A target that a case has to meet, or a tolerance that it has to keep.
 *
 * @param amount null where it counts time
 * @param passed the highest checkpoint already handled, or -1
 * @param cycle counted up whenever its target, start or holds changed so that passed checkpoints lie ahead again
 * @param terms the calendars it has counted by; empty for an amount
 * @param endedAt when it was met or cancelled
 */
public record Commitment(
        long id,
        WorkItemNumber workItem,
        Agreed agreed,
        Status state,
        Instant startedAt,
        @Nullable Amount amount,
        int passed,
        int cycle,
        List<Term> terms,
        List<Hold> holds,
        @Nullable CommitmentClock clock,
        @Nullable Instant endedAt) {

    public Agreement agreement() {
        return agreed.agreement();
    }

    public Metric metric() {
        return agreed.metric();
    }

    /** How long it may take; null for an amount. */
    public @Nullable TimeTarget target() {
        return agreed.target();
    }

    /** When rules look at it, in whole percent of its target or tolerance, ascending. */
    public List<Integer> checkpoints() {
        return agreed.checkpoints();
    }

    /** Whether it stands still when the case is put on hold. */
    public boolean holdable() {
        return agreed.holdable();
    }

    /** How much depends on the case's service, as it was when this was agreed. */
    public @Nullable String tier() {
        return agreed.tier();
    }

    /** Name of the rule that opened it. */
    public String rule() {
        return agreed.rule();
    }

    public String because() {
        return agreed.because();
    }

    /** Where a commitment stands. */
    public enum Status {
        RUNNING,
        /** It stands still: its calendar goes on, its time does not count. */
        HELD,
        MET,
        /** Its target passed before it was met; it stays breached when it is met late. */
        BREACHED,
        CANCELLED
    }

    /** When it is missed; for one on hold, if it were resumed at that instant. Empty for an amount. */
    public Optional<Instant> dueAt(Instant now) {
        return counting().map(c -> c.dueAt(asOf(now)));
    }

    /** The share of the target that is used at an instant, or was used when it ended: 1 is all of it. */
    public double usedShare(Instant now) {
        return amount != null
                ? amount.usedShare()
                : counting().map(c -> c.usedShare(asOf(now))).orElse(0.0);
    }

    /** The working time used at an instant, or when it ended. */
    public Duration used(Instant now) {
        return counting().map(c -> c.used(asOf(now))).orElse(Duration.ZERO);
    }

    /** The working time that is left at an instant; negative when it is overdue. */
    public Duration left(Instant now) {
        return counting().map(c -> c.left(asOf(now))).orElse(Duration.ZERO);
    }

    /** Every stretch of time from the start on: what counted, and why the rest did not. Its sum is what is used. */
    public List<LedgerLine> ledger(Instant now) {
        return counting().map(c -> c.ledger(asOf(now))).orElse(List.of());
    }

    /** When a checkpoint is, or was; empty for an amount, and while it is on hold without an end. */
    public Optional<Instant> checkpointAt(int percent, Instant now) {
        return hold(now).filter(hold -> hold.to() == null).isPresent()
                ? Optional.empty()
                : counting().map(c -> c.at(percent, asOf(now)));
    }

    /** When a checkpoint is, or was; while it is on hold, as if it were resumed now. */
    public Optional<Instant> reachedAt(int percent, Instant now) {
        return counting().map(c -> c.at(percent, asOf(now)));
    }

    /** When it would be missed if it had counted by another calendar from the start. */
    public Optional<Instant> dueBy(WorkingTime other, Instant now) {
        var size = target();
        return size == null
                ? Optional.empty()
                : Optional.of(new CommitmentClock(
                                startedAt, size, List.of(new CommitmentClock.Counting(startedAt, other)), holds)
                        .dueAt(asOf(now)));
    }

    /** The calendar by which it counts at an instant. */
    public Optional<WorkingTime> calendar(Instant at) {
        return counting().map(c -> c.timeAt(at));
    }

    /** Where it stands at an instant: a hold that has an end is over then, whether or not anybody has looked since. */
    public Status stateAt(Instant now) {
        return state == Status.HELD && hold(now).isEmpty() ? Status.RUNNING : state;
    }

    /** The calendar by which it counts now, and why; empty for an amount, and for one that counts around the clock. */
    public Optional<Term> term() {
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(terms.size() - 1));
    }

    /** When rules look at it next; empty where no checkpoint is ahead, or none is known while it is on hold. */
    public Optional<Instant> nextCheckpoint(Instant now) {
        return running() ? Optional.ofNullable(Checkpoints.nextAfter(this, passed, now)) : Optional.empty();
    }

    /** Why it stands still, if it does. */
    public Optional<Hold> hold(Instant now) {
        return holds.stream().filter(hold -> hold.goesOn(asOf(now))).findFirst();
    }

    public boolean running() {
        return endedAt == null && state != Status.CANCELLED;
    }

    private Optional<CommitmentClock> counting() {
        return Optional.ofNullable(clock);
    }

    private Instant asOf(Instant now) {
        return endedAt == null ? now : endedAt;
    }
}
