package org.relevo.project.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The range in which a promise will be kept, by how earlier ones of the same source were (reference class forecasting, after
 * Kahneman and Tversky 1979 and Flyvbjerg 2006). Of each finished promise counts its ratio: days that it took, by days that
 * it promised. A promise that has waited for a share of its time without being kept is compared with those that had then not
 * been kept either. The ends are the 10th and the 90th percentile, each the value at (n + 1) × p of those in order, and
 * between two neighbours in proportion (Hyndman and Fan 1996, type 6); beyond the ends, the end.
 */
final class PastSlips {

    static final double LOW = 0.1;
    static final double HIGH = 0.9;

    private PastSlips() {}

    /**
     * @param low null where nothing is known
     * @param observations how many finished ones it is drawn from
     */
    record Range(@Nullable LocalDate low, @Nullable LocalDate high, int observations) {}

    /** What is known on a day only: promises made by then, and kept by then. */
    static Range of(Promise promise, List<Promise> past, LocalDate today) {
        if (promise.lead() <= 0) {
            return new Range(null, null, 0);
        }
        var waited = (double) promise.made().until(today, ChronoUnit.DAYS) / promise.lead();
        var ratios = past.stream()
                .filter(one ->
                        one.lead() > 0 && one.kept() != null && !one.kept().isAfter(today))
                .mapToDouble(one ->
                        (double) one.made().until(Objects.requireNonNull(one.kept()), ChronoUnit.DAYS) / one.lead())
                .filter(ratio -> ratio >= waited)
                .sorted()
                .toArray();
        return ratios.length == 0
                ? new Range(null, null, 0)
                : new Range(at(promise, ratios, LOW), at(promise, ratios, HIGH), ratios.length);
    }

    private static LocalDate at(Promise promise, double[] ratios, double share) {
        return promise.made().plusDays(Math.round(percentile(ratios, share) * promise.lead()));
    }

    static double percentile(double[] sorted, double share) {
        var place = (sorted.length + 1) * share - 1;
        var below = (int) Math.floor(place);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /** An amount that is still to be spent, times the percentile of what earlier ones came to, by what was planned. */
    static BigDecimal of(BigDecimal remaining, double[] sorted, double share) {
        return remaining
                .multiply(BigDecimal.valueOf(percentile(sorted, share)))
                .setScale(2, java.math.RoundingMode.HALF_EVEN);
    }
}
