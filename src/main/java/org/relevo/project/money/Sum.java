package org.relevo.project.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it was agreed and as it is counted.
 *
 * @param original in its own currency
 * @param rate the project's currency for one of its own
 * @param rateOn the day of that rate; null where both are the same currency
 * @param amount in the project's currency, to two digits; halves go to the even neighbour
 */
public record Sum(
        BigDecimal original,
        Currency currency,
        BigDecimal rate,
        @Nullable LocalDate rateOn,
        BigDecimal amount) {

    public static Sum of(BigDecimal original, Currency currency, BigDecimal rate, @Nullable LocalDate rateOn) {
        var amount = original.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
        return new Sum(original, currency, rate, rateOn, amount);
    }
}
