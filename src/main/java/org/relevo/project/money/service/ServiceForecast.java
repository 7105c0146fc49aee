package org.relevo.project.money.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.project.raid.Assumption;

/**
 * What a service costs by month: units × rate, the units growing month by month and the rate changing at given months. Each
 * month is rounded to the cent, half to even, so that the whole is the sum of what is shown.
 *
 * @param line code of the budget line that it is planned on
 * @param units how many there are in the first month
 * @param growth how many more there are in each month after it; null for none
 * @param rate what one costs in a month, in the project's currency
 * @param changes of the rate, each upon those before it
 */
public record ServiceForecast(
        long id,
        String name,
        String line,
        YearMonth first,
        int length,
        Assumption units,
        @Nullable Assumption growth,
        Assumption rate,
        List<PriceChange> changes) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ServiceForecast {
        changes = List.copyOf(changes);
    }

    /** @param percent of the rate until then; below zero where it becomes cheaper */
    public record PriceChange(YearMonth from, Assumption percent) {}

    /**
     * A month's cost.
     *
     * @param low where every assumption turns out as cheap as its tolerance allows
     * @param high where every assumption turns out as dear as its tolerance allows
     * @param doubtful the assumptions that can be relied on no longer at the beginning of that month
     */
    public record Month(
            YearMonth month,
            BigDecimal units,
            BigDecimal rate,
            BigDecimal amount,
            BigDecimal low,
            BigDecimal high,
            List<Assumption> doubtful) {}

    public List<Month> months() {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(length)
                .map(this::month)
                .toList();
    }

    /** The sum of the months that are shown. */
    public BigDecimal total(Function<Month, BigDecimal> what) {
        return months().stream().map(what).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private Month month(YearMonth month) {
        return new Month(
                month,
                units(month, ServiceForecast::value),
                rate(month, ServiceForecast::value),
                amount(month, ServiceForecast::value),
                amount(month, ServiceForecast::low),
                amount(month, ServiceForecast::high),
                used(month).stream()
                        .filter(one -> doubtful(one, month.atDay(1)))
                        .toList());
    }

    private static boolean doubtful(Assumption one, LocalDate day) {
        return one.state() == Assumption.State.WRONG || one.validUntil().isBefore(day);
    }

    static BigDecimal value(Assumption one) {
        return Objects.requireNonNullElse(one.value(), BigDecimal.ZERO);
    }

    private static BigDecimal low(Assumption one) {
        return value(one).subtract(margin(one));
    }

    private static BigDecimal high(Assumption one) {
        return value(one).add(margin(one));
    }

    private static BigDecimal margin(Assumption one) {
        return value(one)
                .abs()
                .multiply(Objects.requireNonNullElse(one.tolerance(), BigDecimal.ZERO))
                .divide(HUNDRED);
    }

    /** As many as have grown by then; never below none. */
    private BigDecimal units(YearMonth month, Function<Assumption, BigDecimal> as) {
        var since = BigDecimal.valueOf(first.until(month, ChronoUnit.MONTHS));
        var grown = growth == null ? BigDecimal.ZERO : as.apply(growth).multiply(since);
        return as.apply(units).add(grown).max(BigDecimal.ZERO);
    }

    private BigDecimal rate(YearMonth month, Function<Assumption, BigDecimal> as) {
        var price = as.apply(rate);
        for (var change : changes) {
            if (!change.from().isAfter(month)) {
                price = price.multiply(HUNDRED.add(as.apply(change.percent()))).divide(HUNDRED);
            }
        }
        return price.max(BigDecimal.ZERO);
    }

    private BigDecimal amount(YearMonth month, Function<Assumption, BigDecimal> as) {
        return units(month, as).multiply(rate(month, as)).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** What a month rests on: growth only after the first month, and of the changes those that have come. */
    private List<Assumption> used(YearMonth month) {
        var used = new ArrayList<>(List.of(units, rate));
        if (growth != null && month.isAfter(first)) {
            used.add(growth);
        }
        changes.stream()
                .filter(one -> !one.from().isAfter(month))
                .map(PriceChange::percent)
                .forEach(used::add);
        return used;
    }
}
