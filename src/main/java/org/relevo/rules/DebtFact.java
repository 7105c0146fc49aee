package org.relevo.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What incidents took so far that trace to something waived, open or late when a service was handed over.
 *
 * @param tier of the service
 * @param cost null where nobody has said what an hour without the service costs
 * @param currency of the cost
 */
public record DebtFact(
        String tier,
        int incidents,
        long minutes,
        @Nullable BigDecimal cost,
        @Nullable String currency) implements Fact {}
