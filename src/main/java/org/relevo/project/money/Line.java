package org.relevo.project.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A budget line with its sums in the project's currency.
 *
 * @param id null for what was spent without a line
 * @param remaining what is still to be spent by the plan
 */
public record Line(
        @Nullable Long id,
        String code,
        String name,
        @Nullable Kind kind,
        @Nullable Long stage,
        BigDecimal budget,
        BigDecimal budgetToDate,
        BigDecimal spent,
        BigDecimal remaining,
        Explained explained) {

    /** What the money becomes. */
    public enum Kind {
        CAPEX,
        OPEX
    }

    public BigDecimal forecast() {
        return spent.add(remaining);
    }

    /** How much more than budgeted it costs in the end; negative for less. */
    public BigDecimal beyond() {
        return forecast().subtract(budget);
    }

    /** How much more than budgeted was spent up to now; negative for less. */
    public BigDecimal deviation() {
        return spent.subtract(budgetToDate);
    }
}
