package org.relevo.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.relevo.calendar.WorkingTime.Span;
import org.relevo.platform.Refusal;

/**
 * A sum of working time that shows how it came about.
 *
 * @param result an instant with the zone's offset, a duration in ISO 8601, a number of business days, true or false
 * @param ledger the stretches between start and result, without gap
 * @param worked the sum of the open ones
 */
public record Calculation(String result, List<Span> ledger, Duration worked) {

    /** What can be asked. */
    public enum Operation {
        ADD,
        ELAPSED,
        ADD_BUSINESS_DAYS,
        BUSINESS_DAYS_BETWEEN,
        IS_WORKING,
        NEXT_WORKING_INSTANT,
        PREVIOUS_WORKING_INSTANT
    }

    /** @param argument a duration, an instant, a number of days or nothing, as the operation has it */
    public static Calculation of(WorkingTime time, Instant start, Operation operation, String argument) {
        try {
            Limits.check(start);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("start", String.valueOf(e.getMessage()));
        }
        try {
            return compute(time, start, operation, argument.strip());
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("argument", String.valueOf(e.getMessage()));
        }
    }

    private static Calculation compute(WorkingTime time, Instant start, Operation operation, String argument) {
        return switch (operation) {
            case ADD -> reached(time, start, time.add(start, duration(argument)));
            case ADD_BUSINESS_DAYS -> reached(time, start, time.addBusinessDays(start, days(argument)));
            case NEXT_WORKING_INSTANT -> reached(time, start, time.nextWorking(start));
            case PREVIOUS_WORKING_INSTANT -> reached(time, start, time.previousWorking(start));
            case IS_WORKING -> new Calculation(String.valueOf(time.isWorking(start)), List.of(), Duration.ZERO);
            case ELAPSED -> {
                var to = instant(argument);
                yield between(String.valueOf(time.between(start, to)), time, start, to);
            }
            case BUSINESS_DAYS_BETWEEN -> {
                var to = instant(argument);
                yield between(String.valueOf(time.businessDaysBetween(start, to)), time, start, to);
            }
        };
    }

    private static Calculation reached(WorkingTime time, Instant start, Instant result) {
        var text = at(result, time.zone());
        return result.isBefore(start) ? between(text, time, result, start) : between(text, time, start, result);
    }

    private static Calculation between(String result, WorkingTime time, Instant from, Instant to) {
        return new Calculation(result, from.isBefore(to) ? time.spans(from, to) : List.of(), time.between(from, to));
    }

    /** An instant as the zone's clock shows it, with its offset. */
    public static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no duration. Write it as PT4H30M, backwards as -PT4H30M.".formatted(Words.clip(text)),
                    e);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no date and time with offset. Write it as 2026-01-31T08:15:00Z."
                            .formatted(Words.clip(text)),
                    e);
        }
    }

    private static int days(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no number of business days. Write a whole number, such as 3 or -3."
                            .formatted(Words.clip(text)),
                    e);
        }
    }
}
