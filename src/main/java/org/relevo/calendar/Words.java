package org.relevo.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/** What people wrote, read back to them: bounded, so that a message stays a message. */
final class Words {

    private static final int LONGEST = 60;

    private Words() {}

    static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A date of the years that calendars know. */
    static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text.strip());
            if (date.getYear() >= WorkingTime.FIRST_YEAR && date.getYear() <= WorkingTime.LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new IllegalArgumentException("\"%s\" is no date between %d and %d. Write it as 2026-12-24."
                .formatted(clip(text), WorkingTime.FIRST_YEAR, WorkingTime.LAST_YEAR));
    }
}
