package org.relevo.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a project or a stage may be beyond its baseline in one dimension.
 *
 * @param stage null for the whole project
 * @param amount days, money or weight; null where it is a percentage of the baseline
 * @param level {@code TABLE}, which is the project manager's own, or {@code SPONSOR}
 */
public record Tolerance(
        long id,
        String project,
        @Nullable Long stage,
        Dimension dimension,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        String level,
        String setBy,
        String reason,
        Instant at) {

    /** In the baseline's unit, to the second digit behind the point. */
    public BigDecimal allowed(BigDecimal baseline) {
        if (amount != null) {
            return amount;
        }
        var share = percent == null ? BigDecimal.ZERO : percent;
        return baseline.multiply(share).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    /** {@code 10 %} or {@code 15}. */
    public String text() {
        var number = amount == null ? percent : amount;
        var plain = number == null ? "" : number.stripTrailingZeros().toPlainString();
        return amount == null ? plain + " %" : plain;
    }
}
