package org.relevo.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What the wall clock of a zone says about working time. Several weekly schedules follow one another by the date from
 * which each is valid; the first is valid for all dates before, too.
 */
record Timetable(
        ZoneId zone, NavigableMap<LocalDate, WeeklyHours> weeks, SpecialDays special, List<HolidaySource> holidays) {

    DayHours on(LocalDate date) {
        var own = special.hours().get(date);
        var holiday = own == null ? holiday(date) : null;
        List<Interval> planned =
                own != null ? own : holiday != null ? List.of() : week(date).on(date.getDayOfWeek());
        var open = Interval.without(planned, special.breaks().getOrDefault(date, List.of()));
        return new DayHours(date, planned, open, holiday, own != null || !open.equals(planned));
    }

    WeeklyHours week(LocalDate date) {
        var valid = weeks.floorEntry(date);
        return (valid == null ? weeks.firstEntry() : valid).getValue();
    }

    private @Nullable String holiday(LocalDate date) {
        var name = special.dayOff(date);
        for (int i = 0; name == null && i < holidays.size(); i++) {
            name = holidays.get(i).nameOf(date);
        }
        return name;
    }

    boolean aroundTheClock() {
        return special.isEmpty()
                && holidays.isEmpty()
                && weeks.values().stream().allMatch(WeeklyHours::aroundTheClock);
    }
}
