package org.relevo.project.earned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the work that has a budget.
 *
 * @param finish the last day that is planned for it
 * @param steps what it earns by where its method is {@link Method#MILESTONES}
 * @param progress what was reported, the earliest first
 */
public record WorkPackage(
        long id,
        @Nullable Long stage,
        String name,
        BigDecimal budget,
        Method method,
        LocalDate start,
        LocalDate finish,
        List<Step> steps,
        List<Progress> progress) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** A step on the way. */
    public record Step(
            long id,
            String name,
            BigDecimal weight,
            LocalDate planned,
            @Nullable LocalDate reached) {}

    /** What was reported for a day: how much is done, in percent. */
    public record Progress(LocalDate day, BigDecimal percent, String note, String by) {}

    /** What was planned to be earned by the end of a day, to the cent. */
    public BigDecimal planned(LocalDate day) {
        return share(
                method == Method.MILESTONES && !steps.isEmpty() ? steps(one -> !one.planned.isAfter(day)) : time(day));
    }

    /** What was earned by the end of a day, to the cent. */
    public BigDecimal earned(LocalDate day) {
        if (method == Method.MILESTONES) {
            return share(steps(one -> one.reached != null && !one.reached.isAfter(day)));
        }
        return share(method.earned(reported(day)));
    }

    /** The newest that was reported by a day, in percent. */
    public BigDecimal reported(LocalDate day) {
        return progress.stream()
                .filter(one -> !one.day.isAfter(day))
                .reduce((one, later) -> later)
                .map(Progress::percent)
                .orElse(BigDecimal.ZERO);
    }

    /** The plan in percent: what is reported evenly from its first to its last day is earned by the same method. */
    private BigDecimal time(LocalDate day) {
        if (day.isBefore(start)) {
            return BigDecimal.ZERO;
        }
        var length = start.until(finish, ChronoUnit.DAYS) + 1;
        var passed = Math.min(length, start.until(day, ChronoUnit.DAYS) + 1);
        return method.earned(BigDecimal.valueOf(passed).multiply(Method.ALL).divide(BigDecimal.valueOf(length), EXACT));
    }

    private BigDecimal steps(Predicate<Step> which) {
        var all = weight(one -> true);
        return all.signum() == 0
                ? BigDecimal.ZERO
                : weight(which).multiply(Method.ALL).divide(all, EXACT);
    }

    private BigDecimal weight(Predicate<Step> which) {
        return steps.stream().filter(which).map(Step::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal share(BigDecimal percent) {
        return budget.multiply(percent).divide(Method.ALL, 2, RoundingMode.HALF_EVEN);
    }
}
