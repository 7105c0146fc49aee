package org.relevo.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days that differ from the ordinary week. Entries are parted by {@code ;} or a new line: a date, a range {@code a/b},
 * a yearly day {@code --12-25}, each with a name behind it if it has one; {@code hours DATE=09:00-12:00} and
 * {@code break DATE=12:00-13:00}. Hours of a date win over a holiday on it, because whoever wrote them meant that date.
 */
record SpecialDays(
        Map<LocalDate, String> dates,
        List<Range> ranges,
        Map<MonthDay, String> yearly,
        Map<LocalDate, List<Interval>> hours,
        Map<LocalDate, List<Interval>> breaks) {

    static final SpecialDays NONE = new SpecialDays(Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    private static final int MOST_ENTRIES = 2000;

    private static final String UNNAMED = "day off";

    private static final Pattern DAY_OFF =
            Pattern.compile("(--\\d\\d-\\d\\d|\\d{4}-\\d\\d-\\d\\d(?:/\\S+)?)(?:\\s+(.*))?");

    private static final Pattern HOURS = Pattern.compile("(hours|break)\\s+(\\S+?)\\s*=\\s*(.*)");

    record Range(LocalDate first, LocalDate last, String name) {
        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    static SpecialDays parse(String text) {
        var days =
                new SpecialDays(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        int entries = 0;
        for (String entry : text.split("[;\\r\\n]")) {
            if (entry.isBlank()) {
                continue;
            }
            if (++entries > MOST_ENTRIES) {
                throw new IllegalArgumentException(
                        "There are more than %,d entries. Write ranges, or yearly days.".formatted(MOST_ENTRIES));
            }
            days.read(entry.strip());
        }
        return days;
    }

    private void read(String entry) {
        var timed = HOURS.matcher(entry);
        if (timed.matches()) {
            var target = timed.group(1).equals("hours") ? hours : breaks;
            var date = Words.date(timed.group(2));
            if (target.put(date, Interval.parseAll(timed.group(3))) != null) {
                throw new IllegalArgumentException(
                        "%s has %s twice. Write all its intervals into one entry, with a comma."
                                .formatted(date, timed.group(1)));
            }
            return;
        }
        var off = DAY_OFF.matcher(entry);
        if (!off.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not understood. Write 2026-12-24 Name, 2026-12-24/2027-01-01 Name, --12-25 Name, hours 2026-12-24=09:00-12:00 or break 2026-12-24=12:00-13:00."
                            .formatted(Words.clip(entry)));
        }
        dayOff(
                off.group(1),
                off.group(2) == null || off.group(2).isBlank()
                        ? UNNAMED
                        : Words.clip(off.group(2).strip()));
    }

    private void dayOff(String when, String name) {
        int slash = when.indexOf('/');
        if (when.startsWith("--")) {
            yearly.putIfAbsent(monthDay(when), name);
        } else if (slash < 0) {
            dates.putIfAbsent(Words.date(when), name);
        } else {
            var range = new Range(Words.date(when.substring(0, slash)), Words.date(when.substring(slash + 1)), name);
            if (range.last.isBefore(range.first)) {
                throw new IllegalArgumentException(
                        "\"%s\" ends before it begins. Write the earlier date first.".formatted(when));
            }
            ranges.add(range);
        }
    }

    private static MonthDay monthDay(String text) {
        try {
            return MonthDay.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is no day of a year. Write it as --12-25.".formatted(text), e);
        }
    }

    /** The name of the day off that a date is; 29 February is off only in the years that have it. */
    @Nullable
    String dayOff(LocalDate date) {
        var name = dates.get(date);
        if (name == null) {
            name = yearly.get(MonthDay.from(date));
        }
        return name != null
                ? name
                : ranges.stream()
                        .filter(r -> r.contains(date))
                        .map(Range::name)
                        .findFirst()
                        .orElse(null);
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
