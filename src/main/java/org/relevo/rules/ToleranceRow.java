package org.relevo.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code tolerances.csv}: by how much a project of a size may depart from its baseline.
 *
 * @param atLeast the smallest baseline it is meant for; of those that fit, the one with the largest counts
 */
public record ToleranceRow(
        int row,
        Metric metric,
        BigDecimal atLeast,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        List<Integer> checkpoints) {

    public boolean isFor(PromiseFact promise) {
        return promise.metric() == metric && promise.baseline().compareTo(atLeast) >= 0;
    }

    public boolean isNarrower(ToleranceRow other) {
        return atLeast.compareTo(other.atLeast) > 0;
    }

    public AllowTolerance allow(String rule) {
        var allowed = percent == null ? String.valueOf(amount) : percent.toPlainString() + " %";
        return new AllowTolerance(
                metric,
                amount,
                percent,
                checkpoints,
                rule,
                "row %d of the table of tolerances allows %s from %s on"
                        .formatted(row, allowed, atLeast.toPlainString()));
    }
}
