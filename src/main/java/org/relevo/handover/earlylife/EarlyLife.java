package org.relevo.handover.earlylife;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How far the early life support of a service is. Its first day is the one after the service went live; a day counts once
 * it is over.
 *
 * @param first its first day
 * @param until the last day of its period, extensions among it
 * @param held how many days in a row have held, up to the last that is over
 * @param earliest the first day on which it may end if every day from now on holds
 */
public record EarlyLife(LocalDate first, LocalDate until, int held, LocalDate earliest) {

    /** A day that is over, and whether it held. */
    public record Judged(LocalDate day, boolean held) {}

    /**
     * @param live the day on which the service went live
     * @param days of its period
     * @param judged the days that are over, from the first on, without a gap
     * @param asked how many in a row must hold
     */
    public static EarlyLife of(LocalDate live, int days, List<Judged> judged, int asked) {
        var first = live.plusDays(1);
        var held = 0;
        for (var one : judged) {
            held = one.held() ? held + 1 : 0;
        }
        var next = first.plusDays(judged.size());
        var counted = next.plusDays(Math.max(0, asked - held));
        var until = live.plusDays(days);
        var over = until.plusDays(1);
        return new EarlyLife(first, until, held, counted.isAfter(over) ? counted : over);
    }

    /** How many days of its period are left on a day, that one among them. */
    public int left(LocalDate today) {
        var from = today.isBefore(first) ? first : today;
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, until) + 1);
    }
}
