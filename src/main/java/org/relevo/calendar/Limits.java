package org.relevo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How far working time is computed, so that no figure somebody typed keeps a thread busy. */
final class Limits {

    private static final Duration LONGEST = Duration.ofDays(WorkingTime.MOST_YEARS * 366L);
    private static final int MOST_DAYS = WorkingTime.MOST_YEARS * 366;

    private Limits() {}

    static int yearOf(Instant at) {
        int year = at.isBefore(Instant.MAX.minus(LONGEST)) && at.isAfter(Instant.MIN.plus(LONGEST))
                ? at.atOffset(ZoneOffset.UTC).getYear()
                : Integer.MAX_VALUE;
        if (year < WorkingTime.FIRST_YEAR || year > WorkingTime.LAST_YEAR) {
            throw new IllegalArgumentException(
                    "%s is outside the years %d to %d that calendars know. Give a date within."
                            .formatted(at, WorkingTime.FIRST_YEAR, WorkingTime.LAST_YEAR));
        }
        return year;
    }

    static Instant check(Instant at) {
        yearOf(at);
        return at;
    }

    static void check(Duration worked) {
        if (worked.abs().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s is more than %d years. Give a shorter duration.".formatted(worked, WorkingTime.MOST_YEARS));
        }
    }

    static void check(Instant from, Instant to) {
        if (Math.abs((long) yearOf(to) - yearOf(from)) > WorkingTime.MOST_YEARS) {
            throw new IllegalArgumentException(
                    "From %s to %s are more than %d years. Bring the two dates closer together."
                            .formatted(from, to, WorkingTime.MOST_YEARS));
        }
    }

    static void check(int days) {
        if (Math.abs((long) days) > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "%,d business days are too many. Give at most %,d.".formatted(days, MOST_DAYS));
        }
    }

    static IllegalArgumentException notEnough(Instant at, int year) {
        return new IllegalArgumentException(
                "The calendar does not have so much working time between %s and the year %d. Give it hours, or give a shorter duration."
                        .formatted(at, Math.max(WorkingTime.FIRST_YEAR, Math.min(WorkingTime.LAST_YEAR, year))));
    }
}
