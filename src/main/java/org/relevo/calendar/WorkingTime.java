package org.relevo.calendar;

import java.time.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class WorkingTime {
    private final ZoneId zone;

    private WorkingTime(ZoneId zone) {
        this.zone = zone;
    }

    public static WorkingTime aroundTheClock(ZoneId zone) {
        return new WorkingTime(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isAroundTheClock() {
        return true;
    }

    public Instant add(Instant start, Duration worked) {
        return start.plus(worked);
    }

    public Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    public boolean isWorking(Instant at) {
        return true;
    }

    public Instant addBusinessDays(Instant start, int days) {
        return start.atZone(zone).plusDays(days).toInstant();
    }

    public int businessDaysBetween(Instant from, Instant to) {
        return (int) Math.max(0, Duration.between(from, to).toDays());
    }

    public List<Span> spans(Instant from, Instant to) {
        return List.of(new Span(from, to, true, null));
    }

    public record Span(
            Instant from,
            Instant to,
            boolean open,
            @Nullable String why) {}
}
