package org.relevo.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** A stretch in which a commitment stood still. */
    record Held(Instant from, Instant to) {}

    /**
     * What is known of a case; one that another tool's history was imported of has an end, but no events of ours.
     *
     * @param restoring what the tasks are called whose completion means that people can work again
     */
    record Known(
            Instant raisedAt,
            @Nullable Instant endedAt,
            List<TimelineEvent> timeline,
            List<Held> holds,
            Set<String> restoring) {

        private Optional<Instant> first(String kind) {
            return at(event -> event.kind().equals(kind));
        }

        private Optional<Instant> restored() {
            return at(event -> event.kind().equals("TASK_COMPLETED")
                    && restoring.stream().anyMatch(name -> event.text().startsWith("Completed “%s”".formatted(name))));
        }

        private Optional<Instant> at(Predicate<TimelineEvent> which) {
            return timeline.stream().filter(which).map(TimelineEvent::at).findFirst();
        }

        private boolean imported() {
            return endedAt != null && first("RESOLVED").isEmpty();
        }

        private Measure until(Optional<Instant> at, Missing yet, Missing everMore, boolean ended) {
            return at.map(end -> Measure.from(raisedAt, end))
                    .orElseGet(() -> Measure.none(ended ? (imported() ? Missing.NOT_TOLD : everMore) : yet));
        }
    }

    static Measured of(Known known, Instant now) {
        var resolutions = new Resolutions(known.timeline());
        var end = known.imported() ? known.endedAt() : resolutions.last;
        var over = end != null;
        return new Measured(
                known.until(known.first("ACKNOWLEDGED"), Missing.NOT_ACKNOWLEDGED, Missing.NEVER_ACKNOWLEDGED, over),
                end != null
                        ? Measure.from(known.raisedAt(), end)
                        : Measure.none(resolutions.reopened > 0 ? Missing.REOPENED : Missing.NOT_RESOLVED),
                known.until(
                        known.first("WORKAROUND_DEPLOYED").or(known::restored),
                        Missing.NO_WORKAROUND,
                        Missing.RESOLVED_WITHOUT_WORKAROUND,
                        over),
                held(known, end == null ? now : end),
                resolutions.reopened);
    }

    private static Measure held(Known known, Instant until) {
        var sum = Duration.ZERO;
        var counted = known.raisedAt();
        var sorted =
                known.holds().stream().sorted(Comparator.comparing(Held::from)).toList();
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
