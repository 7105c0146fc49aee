package org.relevo.incident.crisis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.relevo.workitem.TimelineEvent;

/** Where an instant lies in a picture of a timeline: shares of its width in percent. */
record Scale(Instant from, Instant to, ZoneId zone) {

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(91),
            Duration.ofDays(365));
    private static final int MOST_TICKS = 6;
    private static final int COLUMNS = 40;
    private static final double MARGIN = 2;

    double x(Instant at) {
        var whole = Math.max(1, Duration.between(from, to).toMillis());
        var share = Math.min(1, Math.max(0, Duration.between(from, at).toMillis() / (double) whole));
        return round(MARGIN + share * (100 - 2 * MARGIN));
    }

    List<SwimLanes.Mark> marks(List<TimelineEvent> events) {
        var columns = new TreeMap<Long, List<TimelineEvent>>();
        events.forEach(event -> columns.computeIfAbsent(
                        Math.round(x(event.at()) * COLUMNS / 100), key -> new ArrayList<>())
                .add(event));
        return columns.values().stream()
                .map(some -> new SwimLanes.Mark(
                        round(some.stream()
                                .mapToDouble(event -> x(event.at()))
                                .average()
                                .orElse(0)),
                        List.copyOf(some)))
                .toList();
    }

    Optional<SwimLanes.Stretch> stretch(String state, Instant since, Instant until) {
        var begin = since.isBefore(from) ? from : since;
        var end = until.isAfter(to) ? to : until;
        return end.isBefore(begin)
                ? Optional.empty()
                : Optional.of(
                        new SwimLanes.Stretch(state, x(begin), round(Math.max(0.3, x(end) - x(begin))), since, until));
    }

    /** Round times of day in the zone of the one who looks. */
    List<SwimLanes.Tick> ticks() {
        var whole = Duration.between(from, to);
        var step = STEPS.stream()
                .filter(one -> whole.dividedBy(one) <= MOST_TICKS)
                .findFirst()
                .orElse(whole.dividedBy(MOST_TICKS));
        var seconds = Math.max(1, step.toSeconds());
        var begin = from.atZone(zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
        var ticks = new ArrayList<SwimLanes.Tick>();
        for (var local = -Math.floorDiv(-begin, seconds) * seconds; ticks.size() <= MOST_TICKS; local += seconds) {
            var at = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC)
                    .atZone(zone)
                    .toInstant();
            if (at.isAfter(to)) {
                break;
            }
            if (!at.isBefore(from)) {
                ticks.add(new SwimLanes.Tick(x(at), at));
            }
        }
        return List.copyOf(ticks);
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
