package org.relevo.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens a commitment on a case.
 *
 * @param tier how much depends on the case's service, where one is known
 * @param target how long it may take, counted by the calendar
 * @param checkpoints when rules look at it again, in whole percent of the target, ascending; 0 is at once
 * @param holdable whether it stands still while the case is on hold
 * @param calendar key of the calendar it counts by
 * @param calendarBecause why that calendar counts, in words
 */
public record OpenCommitment(
        Agreement agreement,
        Metric metric,
        @Nullable String tier,
        TimeTarget target,
        List<Integer> checkpoints,
        boolean holdable,
        String calendar,
        String calendarBecause,
        String rule,
        String because)
        implements Decision {

    /** What older entries of the decision log leave out is as it was for all commitments then. */
    public OpenCommitment {
        agreement = Objects.requireNonNullElse(agreement, Agreement.SLA);
        calendar = Objects.requireNonNullElse(calendar, "always");
        calendarBecause = Objects.requireNonNullElse(calendarBecause, "every commitment counted around the clock");
    }
}
