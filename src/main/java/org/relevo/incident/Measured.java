package org.relevo.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Measure.Missing;
import org.relevo.workitem.TimelineEvent;

/**
 * How long an incident took, by its timeline and the ledger of its commitments. All times are around the clock, from
 * when it was raised.
 *
 * @param toAcknowledge until it was first acknowledged
 * @param toResolve until it was resolved for good: what lies between a resolution and its reopening is part of it
 * @param toWorkaround until people could work again, though perhaps not as they are used to
 * @param onHold for how long some commitment stood still; several at once count once
 * @param reopened how often a resolution did not last
 */
public record Measured(Measure toAcknowledge, Measure toResolve, Measure toWorkaround, Measure onHold, int reopened) {

    /** What the task of the shipped processes is called whose completion means that people can work again. */
    private static final String RESTORED = "Completed “Restore service”";

    /** A stretch in which a commitment stood still. */
    record Held(Instant from, Instant to) {}

    static Measured of(Instant raisedAt, List<TimelineEvent> timeline, List<Held> holds, Instant now) {
        var resolutions = new Resolutions(timeline);
        var end = resolutions.last;
        var acknowledged = first(timeline, "ACKNOWLEDGED").map(at -> Measure.from(raisedAt, at));
        var workaround = first(timeline, "WORKAROUND_DEPLOYED")
                .or(() -> restored(timeline))
                .map(at -> Measure.from(raisedAt, at));
        return new Measured(
                acknowledged.orElse(Measure.none(end == null ? Missing.NOT_ACKNOWLEDGED : Missing.NEVER_ACKNOWLEDGED)),
                end == null
                        ? Measure.none(resolutions.reopened > 0 ? Missing.REOPENED : Missing.NOT_RESOLVED)
                        : Measure.from(raisedAt, end),
                workaround.orElse(
                        Measure.none(end == null ? Missing.NO_WORKAROUND : Missing.RESOLVED_WITHOUT_WORKAROUND)),
                held(raisedAt, holds, end == null ? now : end),
                resolutions.reopened);
    }

    private static Optional<Instant> first(List<TimelineEvent> timeline, String kind) {
        return timeline.stream()
                .filter(event -> event.kind().equals(kind))
                .map(TimelineEvent::at)
                .findFirst();
    }

    private static Optional<Instant> restored(List<TimelineEvent> timeline) {
        return timeline.stream()
                .filter(event ->
                        event.kind().equals("TASK_COMPLETED") && event.text().startsWith(RESTORED))
                .map(TimelineEvent::at)
                .findFirst();
    }

    private static Measure held(Instant from, List<Held> holds, Instant until) {
        var sum = Duration.ZERO;
        var counted = from;
        var sorted = holds.stream().sorted(Comparator.comparing(Held::from)).toList();
        for (var hold : sorted) {
            var begin = hold.from().isBefore(counted) ? counted : hold.from();
            var end = hold.to().isAfter(until) ? until : hold.to();
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return sum.isZero() ? Measure.none(Missing.NEVER_HELD) : new Measure(sum, null, null);
    }

    /** When it was resolved last, if that lasts, and how often it did not. */
    private static class Resolutions {

        private @Nullable Instant last;
        private int reopened;

        Resolutions(List<TimelineEvent> timeline) {
            for (var event : timeline) {
                if (event.kind().equals("RESOLVED") && last == null) {
                    last = event.at();
                } else if (event.kind().equals("REOPENED") && last != null) {
                    last = null;
                    reopened++;
                }
            }
        }
    }
}
