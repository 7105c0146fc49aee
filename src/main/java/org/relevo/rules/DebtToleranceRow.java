package org.relevo.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code handover-debt-tolerances.csv}: how much debt a handover may have.
 *
 * @param tier of the service; null for every one
 * @param minutes that its incidents may take
 * @param cost that they may have, in the currency of the service
 */
public record DebtToleranceRow(int row, @Nullable String tier, long minutes, BigDecimal cost) {

    /** What is exactly as much as is allowed is allowed. */
    public boolean isExceededBy(DebtFact debt) {
        return (tier == null || tier.equals(debt.tier())) && (tooLong(debt) || tooDear(debt));
    }

    private boolean tooLong(DebtFact debt) {
        return debt.minutes() > minutes;
    }

    private boolean tooDear(DebtFact debt) {
        return debt.cost() != null && debt.cost().compareTo(cost) > 0;
    }

    public ReopenException reopen(DebtFact debt, String rule) {
        var spent = debt.cost() == null
                ? "%,d minutes".formatted(debt.minutes())
                : "%,d minutes and %s %s".formatted(debt.minutes(), debt.cost().toPlainString(), debt.currency());
        return new ReopenException(
                rule,
                "%d incidents took %s; %,d minutes and %s are tolerated (row %d)"
                        .formatted(debt.incidents(), spent, minutes, cost.toPlainString(), row));
    }
}
