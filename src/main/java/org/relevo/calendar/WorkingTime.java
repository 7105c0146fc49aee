package org.relevo.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The working time of one calendar: adding to it, measuring it. Immutable and safe for many threads; nothing in it reads
 * a clock. Instants are of the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}, and no sum goes over more than
 * {@value #MOST_YEARS} years: what goes beyond is an {@link IllegalArgumentException} that says so.
 *
 * <p>An instant is working time if the wall clock of the zone shows an open time: on the day when clocks go forward, a
 * window over the gap is shorter by it; on the day when they go back, the hour that shows twice counts twice.
 */
public final class WorkingTime {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;
    static final int MOST_YEARS = 100;

    private static final int YEARS_KEPT = 32;

    private final Timetable timetable;
    private final boolean aroundTheClock;
    private final Map<Integer, WorkingYear> years = new ConcurrentHashMap<>();

    WorkingTime(Timetable timetable) {
        this.timetable = timetable;
        this.aroundTheClock = timetable.aroundTheClock();
    }

    public static WorkingTime aroundTheClock(ZoneId zone) {
        return parse(zone, "mon-sun 00:00-24:00", "");
    }

    /**
     * Reads a weekly schedule ({@code mon 09:00-17:00; tue 08:00-12:00,13:00-18:00}) and the days that differ from it
     * ({@code --12-25 Christmas; 2026-08-03/2026-08-14 Works holidays; hours 2026-12-24=09:00-12:00}).
     */
    public static WorkingTime parse(ZoneId zone, String schedule, String holidays) {
        return new WorkingTime(new Timetable(zone, Schedules.parse(schedule), SpecialDays.parse(holidays), List.of()));
    }

    public ZoneId zone() {
        return timetable.zone();
    }

    public boolean isAroundTheClock() {
        return aroundTheClock;
    }

    Timetable timetable() {
        return timetable;
    }

    /**
     * The instant at which so much more is worked; backwards where it is negative. Where a window is used up exactly,
     * that is its closing instant (backwards: its opening instant), not the next opening.
     */
    public Instant add(Instant start, Duration worked) {
        Limits.check(start);
        Limits.check(worked);
        if (aroundTheClock) {
            return Limits.check(start.plus(worked));
        }
        return worked.isNegative() ? subtract(start, worked.negated().toNanos()) : add(start, worked.toNanos());
    }

    private Instant add(Instant start, long worked) {
        if (worked == 0) {
            return start;
        }
        int first = Limits.yearOf(start);
        long target = year(first).until(start) + worked;
        for (int y = first; y <= Math.min(LAST_YEAR, first + MOST_YEARS); y++) {
            var year = year(y);
            if (target <= year.total()) {
                return year.firstAt(target);
            }
            target -= year.total();
        }
        throw Limits.notEnough(start, first + MOST_YEARS);
    }

    private Instant subtract(Instant start, long worked) {
        int first = Limits.yearOf(start);
        long missing = worked - year(first).until(start);
        for (int y = first; y > Math.max(FIRST_YEAR, first - MOST_YEARS); y--) {
            if (missing <= 0 && year(y).total() > 0) {
                return year(y).lastAt(-missing);
            }
            missing -= year(y - 1).total();
        }
        throw Limits.notEnough(start, first - MOST_YEARS);
    }

    /** The working time from one instant to another; zero where the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Limits.check(from, to);
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (aroundTheClock) {
            return Duration.between(from, to);
        }
        int last = Limits.yearOf(to);
        long worked = year(last).until(to) - year(Limits.yearOf(from)).until(from);
        for (int y = Limits.yearOf(from); y < last; y++) {
            worked += year(y).total();
        }
        return Duration.ofNanos(worked);
    }

    /** The closing instant itself is not working time, the opening instant is. */
    public boolean isWorking(Instant at) {
        return year(Limits.yearOf(at)).isWorking(at);
    }

    /** The instant itself if it is working time, else the next opening. */
    public Instant nextWorking(Instant at) {
        int first = Limits.yearOf(at);
        for (int y = first; y <= Math.min(LAST_YEAR, first + MOST_YEARS); y++) {
            var year = year(y);
            int window = y == first ? year.windowAt(at.getEpochSecond()) : -1;
            if (window >= 0 && at.isBefore(year.closes(window))) {
                return at;
            }
            if (window + 1 < year.size()) {
                return year.opens(window + 1);
            }
        }
        throw Limits.notEnough(at, first + MOST_YEARS);
    }

    /** The instant itself if it is working time, else the last closing. */
    public Instant previousWorking(Instant at) {
        int first = Limits.yearOf(at);
        for (int y = first; y >= Math.max(FIRST_YEAR, first - MOST_YEARS); y--) {
            var year = year(y);
            int window = y == first ? year.windowAt(at.getEpochSecond()) : year.size() - 1;
            if (window >= 0) {
                return at.isBefore(year.closes(window)) ? at : year.closes(window);
            }
        }
        throw Limits.notEnough(at, first - MOST_YEARS);
    }

    /**
     * The instant so many business days later; earlier where negative. A business day is a local date with any working
     * time. The local time of day stays; where it is closed on the day that is reached, the result is the next opening
     * (backwards: the last closing). A start on the stroke of midnight is a date, and a date stays a date. The count
     * begins with the day after the start's. These are the rules of the zendesk/biz and working_hours test suites.
     */
    public Instant addBusinessDays(Instant start, int days) {
        return BusinessDays.add(this, Limits.check(start), days);
    }

    /** The most business days that can be added to the first instant without passing the second; never negative. */
    public int businessDaysBetween(Instant from, Instant to) {
        Limits.check(from, to);
        return BusinessDays.between(this, from, to);
    }

    /** Open and closed stretches that follow one another from the one instant to the other, without gap. */
    public List<Span> spans(Instant from, Instant to) {
        Limits.check(from, to);
        return new Stretches(this, from, to).all();
    }

    /**
     * A stretch that is all open or all closed.
     *
     * @param why null if open, else {@code night}, {@code weekend}, {@code break} or {@code holiday: } and its name
     */
    public record Span(
            Instant from,
            Instant to,
            boolean open,
            @Nullable String why) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** What a date has to offer, for a page that shows it. */
    public Day day(LocalDate date) {
        return Day.of(timetable.on(date));
    }

    boolean isBusinessDay(LocalDate date) {
        return timetable.on(date).isOpen()
                && date.atStartOfDay(zone()).toLocalDate().equals(date);
    }

    WorkingYear year(int number) {
        var year = years.get(number);
        if (year == null) {
            year = new WorkingYear(timetable, number);
            if (years.size() >= YEARS_KEPT) {
                years.clear();
            }
            years.put(number, year);
        }
        return year;
    }
}
