package org.relevo.calendar;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of an ordinary week: {@code mon 09:00-17:00; tue 08:00-12:00,13:00-18:00}. A day not named is closed. */
record WeeklyHours(Map<DayOfWeek, List<Interval>> days) {

    WeeklyHours {
        days = Map.copyOf(days);
    }

    static WeeklyHours parse(String text) {
        var days = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (String part : text.split("[;\\r\\n]")) {
            if (!part.isBlank()) {
                parseDays(part.strip(), days);
            }
        }
        return new WeeklyHours(days);
    }

    private static void parseDays(String part, Map<DayOfWeek, List<Interval>> days) {
        int space = part.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "\"%s\" names no hours. Write a day and its hours, such as mon 09:00-17:00."
                            .formatted(Words.clip(part)));
        }
        var names = part.substring(0, space);
        var hours = Interval.parseAll(part.substring(space + 1).strip());
        int dash = names.indexOf('-');
        var first = day(dash < 0 ? names : names.substring(0, dash));
        var last = dash < 0 ? first : day(names.substring(dash + 1));
        for (var day = first; ; day = day.plus(1)) {
            if (days.put(day, hours) != null) {
                throw new IllegalArgumentException(
                        "%s is written twice. Put all its intervals into one line, with a comma.".formatted(name(day)));
            }
            if (day == last) {
                return;
            }
        }
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name(day).equals(text.toLowerCase(Locale.ROOT)) || day.name().equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is no day of the week. Use mon, tue, wed, thu, fri, sat, sun.".formatted(Words.clip(text)));
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    List<Interval> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    boolean aroundTheClock() {
        return days.size() == 7 && days.values().stream().allMatch(List.of(Interval.WHOLE_DAY)::equals);
    }

    @Override
    public String toString() {
        return days.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> name(e.getKey()) + " "
                        + e.getValue().stream().map(Interval::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }
}
