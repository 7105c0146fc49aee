package org.relevo.calendar;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date of a calendar.
 *
 * @param hours such as {@code 08:00-12:00, 13:00-17:00}, or blank
 * @param holiday the name of the holiday that closes it
 */
public record Day(
        LocalDate date, Kind kind, String hours, @Nullable String holiday) {

    /** How a date stands to the ordinary week. */
    public enum Kind {
        OPEN,
        /** Open, but with hours of its own. */
        SHORT,
        HOLIDAY,
        CLOSED
    }

    static Day of(DayHours day) {
        var hours = day.open().stream().map(Interval::toString).collect(Collectors.joining(", "));
        var open = day.special() ? Kind.SHORT : Kind.OPEN;
        var closed = day.holiday() == null ? Kind.CLOSED : Kind.HOLIDAY;
        return new Day(day.date(), day.isOpen() ? open : closed, hours, day.holiday());
    }
}
