package org.relevo.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much a project may depart from its baseline: an amount or a percentage of it, one of the two.
 *
 * @param checkpoints in whole percent of the tolerance, ascending
 */
public record AllowTolerance(
        Metric metric,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        List<Integer> checkpoints,
        String rule,
        String because)
        implements Decision {

    public AllowTolerance {
        checkpoints = List.copyOf(checkpoints);
    }
}
