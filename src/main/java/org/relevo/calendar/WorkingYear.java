package org.relevo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The working time of one year (of UTC) as instants, with running sums, so that a sum over it is two binary searches.
 *
 * <p>An instant is working time if and only if the clock on the wall shows a time that the timetable calls open. Where
 * clocks go forward, the hour that never shows is not worked; where they go back, an hour that shows twice counts twice.
 */
final class WorkingYear {

    private static final long SECOND = 1_000_000_000L;

    private long[] open = new long[512];
    private long[] close = new long[512];
    private long[] before = new long[512];
    private int size;
    private final long begins;
    private final long ends;

    WorkingYear(Timetable timetable, int year) {
        begins = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        ends = LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        var rules = timetable.zone().getRules();
        long from = begins;
        while (from < ends) {
            var at = Instant.ofEpochSecond(from);
            var change = rules.nextTransition(at);
            long until = change == null ? ends : Math.min(ends, change.toEpochSecond());
            addWindows(timetable, rules.getOffset(at).getTotalSeconds(), from, until);
            from = until;
        }
        open = Arrays.copyOf(open, size);
        close = Arrays.copyOf(close, size);
        before = Arrays.copyOf(before, size);
    }

    /** Between two clock changes the wall clock runs evenly: a window is its local times less the offset. */
    private void addWindows(Timetable timetable, int offset, long from, long until) {
        long last = Math.floorDiv(until - 1 + offset, 86_400L);
        for (long day = Math.floorDiv(from + offset, 86_400L); day <= last; day++) {
            for (Interval interval : timetable.on(LocalDate.ofEpochDay(day)).open()) {
                long midnight = day * 86_400L - offset;
                long start = Math.max(from, midnight + interval.from() * 60L);
                long end = Math.min(until, midnight + interval.to() * 60L);
                if (start < end) {
                    addWindow(start, end);
                }
            }
        }
    }

    private void addWindow(long start, long end) {
        if (size > 0 && close[size - 1] == start) {
            close[size - 1] = end;
            return;
        }
        if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
            close = Arrays.copyOf(close, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        open[size] = start;
        close[size] = end;
        before[size] = size == 0 ? 0 : before[size - 1] + close[size - 1] - open[size - 1];
        size++;
    }

    /** All working time of the year, in nanoseconds. */
    long total() {
        return size == 0 ? 0 : (before[size - 1] + close[size - 1] - open[size - 1]) * SECOND;
    }

    /** The working time from the year's beginning until an instant of it, in nanoseconds. */
    long until(Instant at) {
        int i = windowAt(at.getEpochSecond());
        if (i < 0) {
            return 0;
        }
        return at.getEpochSecond() >= close[i]
                ? (before[i] + close[i] - open[i]) * SECOND
                : (before[i] + at.getEpochSecond() - open[i]) * SECOND + at.getNano();
    }

    /** The first instant at which so much is worked: the closing instant where a window is used up exactly. */
    Instant firstAt(long worked) {
        int i = search(before, worked, true);
        return Instant.ofEpochSecond(open[i], worked - before[i] * SECOND);
    }

    /** The last instant at which only so much is worked: the opening instant of the window that comes next. */
    Instant lastAt(long worked) {
        int i = search(before, worked, false);
        return Instant.ofEpochSecond(open[i], worked - before[i] * SECOND);
    }

    private int search(long[] sums, long worked, boolean below) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            long sum = sums[middle] * SECOND;
            if (below ? sum < worked : sum <= worked) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last window that opens at or before a second, or -1. */
    int windowAt(long second) {
        int found = Arrays.binarySearch(open, second);
        return found >= 0 ? found : -found - 2;
    }

    boolean isWorking(Instant at) {
        int i = windowAt(at.getEpochSecond());
        return i >= 0 && at.getEpochSecond() < close[i];
    }

    int size() {
        return size;
    }

    Instant opens(int window) {
        return Instant.ofEpochSecond(open[window]);
    }

    Instant closes(int window) {
        return Instant.ofEpochSecond(close[window]);
    }
}
