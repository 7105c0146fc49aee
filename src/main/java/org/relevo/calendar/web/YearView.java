package org.relevo.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Day;
import org.relevo.calendar.WorkingTime;

/**
 * A year of a calendar, as a page shows it.
 *
 * @param differing the days that are holidays or have hours of their own
 */
record YearView(int year, List<Weekday> weekdays, List<Month> months, List<Day> differing) {

    record Weekday(String letter, String name) {}

    /** Weeks from Monday; a cell of another month is null. */
    record Month(String name, List<List<@Nullable Day>> weeks) {}

    static YearView of(WorkingTime time, int year, Locale locale) {
        var days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(time::day)
                .toList();
        return new YearView(
                year,
                Arrays.stream(DayOfWeek.values())
                        .map(d -> new Weekday(
                                d.getDisplayName(TextStyle.NARROW_STANDALONE, locale),
                                d.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(m -> month(YearMonth.of(year, m), days, locale))
                        .toList(),
                days.stream()
                        .filter(d -> d.kind() == Day.Kind.HOLIDAY || d.kind() == Day.Kind.SHORT)
                        .toList());
    }

    private static Month month(YearMonth month, List<Day> days, Locale locale) {
        var cells = new ArrayList<@Nullable Day>();
        for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
            cells.add(null);
        }
        int first = month.atDay(1).getDayOfYear() - 1;
        cells.addAll(days.subList(first, first + month.lengthOfMonth()));
        while (cells.size() % 7 != 0) {
            cells.add(null);
        }
        var weeks = new ArrayList<List<@Nullable Day>>();
        for (int i = 0; i < cells.size(); i += 7) {
            weeks.add(cells.subList(i, i + 7));
        }
        return new Month(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale), weeks);
    }
}
