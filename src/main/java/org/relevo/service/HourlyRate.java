package org.relevo.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal.FieldProblem;

/**
 * What an hour costs in which a service does not work.
 *
 * @param amount more than zero, with two digits behind the point
 * @param currency its code by ISO 4217, such as {@code EUR}
 */
public record HourlyRate(BigDecimal amount, String currency) {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(10);
    private static final BigDecimal NANOS_AN_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    /** What so much time costs, rounded half up to the smallest unit of the currency. */
    public BigDecimal cost(Duration time) {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var nanos = BigDecimal.valueOf(time.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(time.getNano()));
        return amount.multiply(nanos).divide(NANOS_AN_HOUR, digits, RoundingMode.HALF_UP);
    }

    /** What is wrong with a rate as it was typed; nothing where there is none. */
    static List<FieldProblem> problems(String amount, String currency) {
        var problems = new ArrayList<FieldProblem>();
        if (amount.isEmpty() && !currency.isEmpty()) {
            problems.add(new FieldProblem("rate", "Give the cost per hour too, or leave the currency blank."));
        } else if (!amount.isEmpty() && read(amount) == null) {
            problems.add(
                    new FieldProblem(
                            "rate",
                            "Give an amount above 0 with at most 10 digits, and 2 behind the point, such as 42000 or 1250.50."));
        }
        if (currency.isEmpty() && !amount.isEmpty()) {
            problems.add(new FieldProblem("currency", "Say in which currency, such as EUR."));
        } else if (!currency.isEmpty() && !known(currency)) {
            problems.add(new FieldProblem(
                    "currency",
                    "There is no currency %s. Use a code of three letters, such as EUR.".formatted(currency)));
        }
        return problems;
    }

    /** A rate as it was typed, that has no problems; null where there is none. */
    static @Nullable HourlyRate typed(String amount, String currency) {
        var read = read(amount);
        return read == null ? null : new HourlyRate(read, currency.toUpperCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal read(String amount) {
        if (!amount.matches("[0-9]{1,10}([.,][0-9]{1,2})?")) {
            return null;
        }
        var read = new BigDecimal(amount.replace(',', '.')).setScale(2, RoundingMode.UNNECESSARY);
        return read.signum() > 0 && read.compareTo(LIMIT) < 0 ? read : null;
    }

    /** Those that people pay with: what has no digits behind the point by definition, such as gold, is none of them. */
    static boolean known(String currency) {
        var code = currency.toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code) && one.getDefaultFractionDigits() >= 0);
    }
}
