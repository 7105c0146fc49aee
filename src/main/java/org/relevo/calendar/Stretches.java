package org.relevo.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.WorkingTime.Span;

/** Cuts the time between two instants into stretches that are open, or closed for one reason. */
final class Stretches {

    private final WorkingTime time;
    private final Instant from;
    private final Instant to;
    private final List<Span> spans = new ArrayList<>();

    Stretches(WorkingTime time, Instant from, Instant to) {
        this.time = time;
        this.from = from;
        this.to = to;
    }

    List<Span> all() {
        var at = from;
        for (int y = Limits.yearOf(from); y <= Limits.yearOf(to) && at.isBefore(to); y++) {
            var year = time.year(y);
            for (int w = Math.max(0, year.windowAt(at.getEpochSecond())); w < year.size() && at.isBefore(to); w++) {
                if (year.closes(w).isAfter(at)) {
                    at = closed(at, earlier(year.opens(w), to));
                    at = add(at, earlier(year.closes(w), to), null);
                }
            }
        }
        closed(at, to);
        return List.copyOf(spans);
    }

    private Instant closed(Instant at, Instant until) {
        var cursor = at;
        while (cursor.isBefore(until)) {
            var local = cursor.atZone(time.zone());
            int minute = local.getHour() * 60 + local.getMinute();
            var closed = time.timetable().on(local.toLocalDate()).closedAt(minute);
            long left = closed.part().to() * 60L - local.toLocalTime().toSecondOfDay();
            var end = earlier(cursor.plusSeconds(left).minusNanos(local.getNano()), until);
            var change = time.zone().getRules().nextTransition(cursor);
            cursor = add(cursor, change == null ? end : earlier(end, change.getInstant()), closed.why());
        }
        return cursor;
    }

    private Instant add(Instant start, Instant end, @Nullable String why) {
        if (!start.isBefore(end)) {
            return start;
        }
        var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean goesOn = last != null && (why == null ? last.open() : why.equals(last.why()));
        if (last != null && goesOn) {
            spans.set(spans.size() - 1, new Span(last.from(), end, last.open(), why));
        } else {
            spans.add(new Span(start, end, why == null, why));
        }
        return end;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
