package org.relevo.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Demands that an audience hears of a case, again and again until it is resolved.
 *
 * @param first how long the first update may take
 * @param cadence how long the next one may take after each
 * @param calendar key of the calendar that both count by
 */
public record DemandUpdate(
        UpdateAudience audience,
        TimeTarget first,
        TimeTarget cadence,
        List<Integer> checkpoints,
        UpdateTemplate template,
        @Nullable String tier,
        String calendar,
        String calendarBecause,
        String rule,
        String because)
        implements Decision {

    /** The commitment that it makes: the first update, or the next one. */
    public OpenCommitment commitment(boolean isFirst) {
        return new OpenCommitment(
                Agreement.SLA,
                Metric.UPDATE,
                tier,
                isFirst ? first : cadence,
                checkpoints,
                false,
                calendar,
                calendarBecause,
                rule,
                because);
    }
}
