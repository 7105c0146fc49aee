package org.relevo.rules;

import java.time.DayOfWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A commitment at one of its checkpoints.
 *
 * @param percent the checkpoint that was reached: the highest of those that have passed, in whole percent of the target
 * @param acknowledged whether somebody has acknowledged the case
 * @param late whether the checkpoint is handled later than it should have been
 * @param tier how much depends on the case's service
 * @param weekday in the zone of the commitment's calendar
 * @param working whether that calendar counts time at this instant
 */
public record CheckpointFact(
        Agreement agreement,
        Metric metric,
        Priority priority,
        @Nullable String tier,
        int percent,
        boolean acknowledged,
        boolean late,
        @Nullable DayOfWeek weekday,
        boolean working)
        implements Fact {

    /** What older entries of the decision log leave out is as it was for all commitments then. */
    public CheckpointFact {
        agreement = Objects.requireNonNullElse(agreement, Agreement.SLA);
    }

    public CheckpointFact(Metric metric, Priority priority, int percent, boolean acknowledged, boolean late) {
        this(Agreement.SLA, metric, priority, null, percent, acknowledged, late, null, true);
    }

    /** What this is, as a reason. */
    public String because() {
        return "%d %% of the %s target of a %s used%s%s"
                .formatted(
                        percent,
                        metric.word(),
                        priority,
                        metric == Metric.RESPONSE && !acknowledged ? ", nobody has acknowledged" : "",
                        late ? ", seen late" : "");
    }
}
