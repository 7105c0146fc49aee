package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Metric;
import org.relevo.workitem.WorkItemNumber;

/**
 * A target that a case has to meet, counted around the clock.
 *
 * @param checkpoints in whole percent of the target, ascending
 * @param passed the highest checkpoint already handled, or -1
 * @param endedAt when it was met or cancelled
 * @param rule name of the rule that opened it
 */
public record Commitment(
        long id,
        WorkItemNumber workItem,
        Metric metric,
        Status state,
        Instant startedAt,
        Duration target,
        List<Integer> checkpoints,
        int passed,
        @Nullable Instant endedAt,
        String rule,
        String because) {

    /** Where a commitment stands. */
    public enum Status {
        RUNNING,
        MET,
        /** Its target passed before it was met; it stays breached when it is met late. */
        BREACHED,
        CANCELLED
    }

    public Instant dueAt() {
        return startedAt.plus(target);
    }

    /** The share of the target that is used at an instant, or was used when it ended: 1 is all of it. */
    public double usedShare(Instant now) {
        var until = endedAt == null ? now : endedAt;
        return Math.max(0, (double) Duration.between(startedAt, until).toMillis() / target.toMillis());
    }

    /** What is left at an instant; negative when it is overdue. */
    public Duration left(Instant now) {
        return Duration.between(endedAt == null ? now : endedAt, dueAt());
    }

    public boolean running() {
        return endedAt == null && state != Status.CANCELLED;
    }
}
