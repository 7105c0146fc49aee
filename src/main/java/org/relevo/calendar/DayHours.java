package org.relevo.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one date has to offer.
 *
 * @param planned the hours before breaks are cut out
 * @param open the hours that remain
 * @param holiday the name of the holiday that closes the date, or null
 * @param special whether the hours are this date's own and not the week's
 */
record DayHours(
        LocalDate date,
        List<Interval> planned,
        List<Interval> open,
        @Nullable String holiday,
        boolean special) {

    /** A closed part of the day and why. */
    record Closed(Interval part, String why) {}

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Why the wall clock's minute is closed, and until which minute for the same reason. */
    Closed closedAt(int minute) {
        return closed().stream()
                .filter(c -> c.part.contains(minute))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s is open at minute %d".formatted(date, minute)));
    }

    List<Closed> closed() {
        if (planned.isEmpty()) {
            return List.of(new Closed(Interval.WHOLE_DAY, holiday == null ? "weekend" : "holiday: " + holiday));
        }
        int first = planned.get(0).from();
        int last = planned.get(planned.size() - 1).to();
        var parts = new ArrayList<Closed>();
        if (first > 0) {
            parts.add(new Closed(new Interval(0, first), "night"));
        }
        Interval.without(List.of(new Interval(first, last)), open).forEach(i -> parts.add(new Closed(i, "break")));
        if (last < Interval.DAY) {
            parts.add(new Closed(new Interval(last, Interval.DAY), "night"));
        }
        return parts;
    }
}
