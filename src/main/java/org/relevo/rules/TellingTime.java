package org.relevo.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a level tells somebody: {@code mon-fri 08:00-18:00 workdays}, each part of which may be left out. Days and hours
 * are the recipient's own.
 *
 * @param days on which
 * @param from the first minute of the day
 * @param to the minute at which it ends; as {@code from} for the whole day, before it for over midnight
 * @param workdays not on a day that is a holiday in the commitment's calendar
 */
public record TellingTime(Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean workdays) {

    private static final Pattern DAYS =
            Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?");
    private static final Pattern HOURS = Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");

    @JsonCreator
    public static TellingTime parse(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        var from = LocalTime.MIDNIGHT;
        var to = LocalTime.MIDNIGHT;
        var workdays = false;
        for (var part : text.toLowerCase(Locale.ROOT).strip().split("[ ,]+")) {
            var hours = HOURS.matcher(part);
            if (hours.matches()) {
                from = time(hours.group(1));
                to = time(hours.group(2));
            } else if (part.equals("workdays")) {
                workdays = true;
            } else {
                days.addAll(days(part));
            }
        }
        return new TellingTime(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, from, to, workdays);
    }

    private static Set<DayOfWeek> days(String part) {
        var range = DAYS.matcher(part);
        if (!range.matches()) {
            throw new IllegalArgumentException(part);
        }
        var day = day(range.group(1));
        var last = range.group(2) == null ? day : day(range.group(2));
        var days = EnumSet.of(day);
        while (day != last) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether somebody is told whose clock shows that. */
    public boolean allows(ZonedDateTime local, boolean holiday) {
        var time = local.toLocalTime();
        var within = from.equals(to)
                || (from.isBefore(to)
                        ? !time.isBefore(from) && time.isBefore(to)
                        : !time.isBefore(from) || time.isBefore(to));
        return days.contains(local.getDayOfWeek()) && within && !(workdays && holiday);
    }

    @JsonValue
    public String text() {
        var words = new StringBuilder();
        if (days.size() < 7) {
            days.stream()
                    .sorted()
                    .forEach(day -> words.append(day.name().toLowerCase(Locale.ROOT), 0, 3)
                            .append(' '));
        }
        if (!from.equals(to)) {
            words.append(from).append('-').append(to).append(' ');
        }
        if (workdays) {
            words.append("workdays");
        }
        return words.isEmpty() ? "00:00-00:00" : words.toString().strip();
    }
}
