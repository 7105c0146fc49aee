package org.relevo.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When in a week a layer is staffed: on these days from one time on the wall to another. One that ends at or before its
 * beginning ends on the next day, so {@code 00:00-00:00} is a whole day.
 */
record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern WRITTEN =
            Pattern.compile("([A-Za-z]{3}(?:-[A-Za-z]{3})?(?:, ?[A-Za-z]{3}(?:-[A-Za-z]{3})?)*)"
                    + " +([0-2]\\d:[0-5]\\d) ?[-–] ?([0-2]\\d:[0-5]\\d)");

    /** Reads {@code Mon-Fri 08:00-18:00} or {@code Sat,Sun 10:00-14:00}; empty where it cannot be read. */
    static Optional<Window> read(String line) {
        var written = WRITTEN.matcher(line.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            var days = EnumSet.noneOf(DayOfWeek.class);
            for (var span : written.group(1).split(", ?")) {
                days.addAll(span(span));
            }
            return Optional.of(new Window(days, time(written.group(2)), time(written.group(3))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static List<Window> readAll(String lines) {
        return lines.lines().flatMap(line -> read(line).stream()).toList();
    }

    /** As {@link #read} reads it; days in a row are written as one span. */
    String written() {
        var spans = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            if (days.contains(day) && (day == DayOfWeek.MONDAY || !days.contains(day.minus(1)))) {
                var last = day;
                while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
                    last = last.plus(1);
                }
                spans.add(last == day ? name(day) : name(day) + "-" + name(last));
            }
        }
        return "%s %s-%s".formatted(String.join(",", spans), from, to);
    }

    boolean covers(Instant at, ZoneId zone) {
        var day = at.atZone(zone).toLocalDate();
        return Stream.of(day.minusDays(1), day)
                .filter(this::isOn)
                .anyMatch(d -> !start(d, zone).isAfter(at) && end(d, zone).isAfter(at));
    }

    /** When it opens and closes in a range. */
    Stream<Instant> edges(Instant from, Instant to, ZoneId zone) {
        var first = from.atZone(zone).toLocalDate().minusDays(1);
        var last = to.atZone(zone).toLocalDate().plusDays(1);
        return first.datesUntil(last).filter(this::isOn).flatMap(d -> Stream.of(start(d, zone), end(d, zone)));
    }

    private boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    private Instant start(LocalDate day, ZoneId zone) {
        return WallTime.instant(day.atTime(from), zone);
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return WallTime.instant((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), zone);
    }

    private static List<DayOfWeek> span(String written) {
        var ends = Arrays.stream(written.split("-")).map(Window::day).toList();
        var days = new ArrayList<DayOfWeek>();
        for (var day = ends.get(0); ; day = day.plus(1)) {
            days.add(day);
            if (day == ends.get(ends.size() - 1)) {
                return days;
            }
        }
    }

    private static DayOfWeek day(String name) {
        var known = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).toLowerCase(Locale.ROOT);
        if (!NAMES.contains(known)) {
            throw new IllegalArgumentException(name);
        }
        return DayOfWeek.of(NAMES.indexOf(known) + 1);
    }

    private static String name(DayOfWeek day) {
        return NAMES.get(day.getValue() - 1);
    }

    private static LocalTime time(String written) {
        return LocalTime.parse(written.equals("24:00") ? "00:00" : written);
    }
}
