package org.relevo.rules;

import java.util.List;

/** {@code calendars.csv}: the first row that is meant for a commitment, and whose calendar there is, counts. */
public record CalendarTable(List<CalendarRow> rows) {

    /** The calendar that counts, and why. */
    public record Choice(String calendar, String because) {}

    public Choice choose(CaseFact fact, TargetRow target) {
        for (var row : rows) {
            var calendar = row.isFor(fact, target) ? row.calendarOf(fact) : null;
            if (calendar != null) {
                return new Choice(calendar, row.because());
            }
        }
        return new Choice("always", "no row of the table of calendars is meant for it");
    }
}
