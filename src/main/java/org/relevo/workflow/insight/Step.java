package org.relevo.workflow.insight;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How cases come through one element of a process.
 *
 * @param now how many cases stand at it
 * @param overdue how many of the tasks that wait there are past the time when their case owed something
 * @param since when the one that has stood there longest came
 * @param passed how often it was left in the period, not counting what was cancelled
 * @param mean how long that took
 * @param ninety nine of ten times it took no longer
 * @param due how many of them were tasks of a case that owed something at a time
 * @param late how many of those ended after it
 * @param current whether the newest version still has it
 */
public record Step(
        String id,
        String name,
        String kind,
        long now,
        long overdue,
        @Nullable Instant since,
        long passed,
        @Nullable Duration mean,
        @Nullable Duration ninety,
        long due,
        long late,
        boolean current) {

    /** Below so many tasks with a due time a share says little. */
    private static final int TOO_FEW = 5;

    /** The share of tasks that were or are late, in percent; nothing where there are fewer than five. */
    public @Nullable Integer lateShare() {
        var all = due + overdue;
        return all < TOO_FEW ? null : (int) Math.round(100.0 * (late + overdue) / all);
    }

    /** From 0, none late, over 1 (up to 5 %), 2 (15 %) and 3 (30 %) to 4. */
    public int heat() {
        var share = lateShare();
        if (share == null || late + overdue == 0) {
            return 0;
        }
        return share <= 5 ? 1 : share <= 15 ? 2 : share <= 30 ? 3 : 4;
    }
}
