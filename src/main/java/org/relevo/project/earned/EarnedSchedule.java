package org.relevo.project.earned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.relevo.project.earned.Figure.Remark;
import org.relevo.project.earned.Figure.Unit;

/** On which day the plan had earned what is earned today; in calendar days from the first day of work. */
final class EarnedSchedule {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private EarnedSchedule() {}

    static List<Figure> none(Remark why) {
        return List.of(
                Figure.none("ES", Unit.DAYS, "t: PV(t) = EV", why),
                Figure.none("SV(t)", Unit.DAYS, "ES − AT", why),
                Figure.none("SPI(t)", Unit.INDEX, "ES / AT", why));
    }

    /**
     * ES, SV(t) and SPI(t).
     *
     * @param planned PV at the end of a day; never falling
     * @param start the first day of work
     * @param finish the last day that is planned
     */
    static List<Figure> of(
            Function<LocalDate, BigDecimal> planned,
            LocalDate start,
            LocalDate finish,
            BigDecimal earned,
            LocalDate today) {
        if (today.isBefore(start)) {
            return none(Remark.NOT_BEGUN);
        }
        var time = BigDecimal.valueOf(start.until(today, ChronoUnit.DAYS) + 1);
        var length = start.until(finish, ChronoUnit.DAYS) + 1;
        // Days n with PV after n days <= EV; of several the last, but the first where all of the plan is earned.
        var low = 0L;
        var high = length;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            var value = after(planned, start, middle);
            var passed = value.compareTo(earned) > 0 || value.compareTo(after(planned, start, length)) == 0;
            low = passed ? low : middle;
            high = passed ? middle - 1 : high;
        }
        var days = BigDecimal.valueOf(low).add(part(planned, start, low, length, earned));
        return List.of(
                figure("ES", Unit.DAYS, "t: PV(t) = EV", "PV(t) = " + Unit.MONEY.rounded(earned), days),
                figure("SV(t)", Unit.DAYS, "ES − AT", Unit.DAYS.rounded(days) + " − " + time, days.subtract(time)),
                figure(
                        "SPI(t)",
                        Unit.INDEX,
                        "ES / AT",
                        Unit.DAYS.rounded(days) + " / " + time,
                        days.divide(time, EXACT)));
    }

    /** How much of the day after the given one: the part of its planned value that is earned too. */
    private static BigDecimal part(
            Function<LocalDate, BigDecimal> planned, LocalDate start, long day, long length, BigDecimal earned) {
        if (day >= length) {
            return BigDecimal.ZERO;
        }
        var from = after(planned, start, day);
        var gain = after(planned, start, day + 1).subtract(from);
        return gain.signum() == 0
                ? BigDecimal.ZERO
                : earned.subtract(from).divide(gain, EXACT).min(BigDecimal.ONE);
    }

    private static BigDecimal after(Function<LocalDate, BigDecimal> planned, LocalDate start, long days) {
        return days == 0 ? BigDecimal.ZERO : planned.apply(start.plusDays(days - 1));
    }

    private static Figure figure(String name, Unit unit, String formula, String numbers, BigDecimal value) {
        return new Figure(name, unit, formula, numbers, value, null);
    }
}
