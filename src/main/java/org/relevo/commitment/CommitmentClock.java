package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.relevo.calendar.WorkingTime;
import org.relevo.rules.TimeTarget;

/**
 * How a commitment counts time, computed from events alone: its start, its target, the calendars it has counted by, and
 * the holds. Nothing is kept in a counter, so whatever is corrected afterwards counts from the beginning.
 *
 * <p>A hold that goes on counts up to the instant that is asked about: what is due then is due if it ended there.
 * Working time that was used under one calendar stays used when another takes over. Business days are counted by the
 * calendar that was in force when each of them began; a day that was held does not count.
 */
public record CommitmentClock(Instant start, TimeTarget target, List<Counting> countings, List<Hold> holds) {

    /** The calendar by which it counts from an instant on. The first one holds from the start, whatever its instant. */
    record Counting(Instant from, WorkingTime time) {}

    /** A stretch in which nothing changes: no hold begins or ends, no calendar takes over. */
    private record Stretch(Instant from, Instant to, WorkingTime time, boolean held) {}

    public CommitmentClock {
        countings =
                countings.stream().sorted(Comparator.comparing(Counting::from)).toList();
        if (countings.isEmpty()) {
            throw new IllegalArgumentException("a commitment counts by some calendar");
        }
    }

    /** Working time used up to an instant. */
    Duration used(Instant at) {
        return used(at, at);
    }

    /** When the target is used up, if the commitment runs on from an instant. */
    Instant dueAt(Instant asOf) {
        var time = target.time();
        return time == null ? dueAfterDays(asOf) : reached(time, asOf);
    }

    /** The working time from start to due: what business days come to by the calendar. */
    Duration size(Instant asOf) {
        var time = target.time();
        return time == null ? used(dueAt(asOf), asOf) : time;
    }

    /** The share of the target that is used: 1 is all of it. */
    double usedShare(Instant at) {
        var size = size(at);
        return size.isZero() ? (at.isBefore(dueAt(at)) ? 0 : 1) : ratio(used(at), size);
    }

    private static double ratio(Duration part, Duration whole) {
        return (part.getSeconds() + part.getNano() / 1e9) / (whole.getSeconds() + whole.getNano() / 1e9);
    }

    /** What is left of the target at an instant, in working time; negative when it is overdue. */
    Duration left(Instant at) {
        return size(at).minus(used(at));
    }

    /** When a share of the target is used, if the commitment runs on from an instant. */
    Instant at(int percent, Instant asOf) {
        return percent == 100
                ? dueAt(asOf)
                : reached(size(asOf).multipliedBy(percent).dividedBy(100), asOf);
    }

    private Instant reached(Duration amount, Instant asOf) {
        if (amount.isZero()) {
            return start;
        }
        var remaining = amount;
        var last = start;
        var time = timeAt(start);
        for (var stretch : stretches(horizon(asOf), asOf)) {
            last = stretch.to();
            time = timeAt(last);
            if (stretch.held()) {
                continue;
            }
            var counted = stretch.time().between(stretch.from(), stretch.to());
            if (counted.compareTo(remaining) >= 0) {
                return stretch.time().add(stretch.from(), remaining);
            }
            remaining = remaining.minus(counted);
        }
        return time.add(last, remaining);
    }

    private Duration used(Instant until, Instant asOf) {
        return stretches(until, asOf).stream()
                .filter(stretch -> !stretch.held())
                .map(stretch -> stretch.time().between(stretch.from(), stretch.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Steps from day to day: where another calendar takes over, the days that are left are counted by it. */
    private Instant dueAfterDays(Instant asOf) {
        var left = target.businessDays() + heldDays(asOf);
        var from = start;
        for (var i = 0; i < countings.size() - 1; i++) {
            var time = countings.get(i).time();
            var until = countings.get(i + 1).from();
            var due = time.addBusinessDays(from, left);
            if (!due.isAfter(until)) {
                return due;
            }
            if (until.isAfter(from)) {
                var gone = time.businessDaysBetween(from, until);
                from = gone == 0 ? from : time.addBusinessDays(from, gone);
                left -= gone;
            }
        }
        return countings.get(countings.size() - 1).time().addBusinessDays(from, left);
    }

    private int heldDays(Instant asOf) {
        return Holds.merged(holds, start, asOf).stream()
                .mapToInt(hold -> timeAt(hold.from()).businessDaysBetween(hold.from(), hold.to()))
                .sum();
    }

    WorkingTime timeAt(Instant at) {
        var found = countings.get(0).time();
        for (var counting : countings) {
            if (!counting.from().isAfter(at)) {
                found = counting.time();
            }
        }
        return found;
    }

    /** From here on nothing changes any more: no hold ends, no calendar takes over. */
    private Instant horizon(Instant asOf) {
        var last = asOf.isBefore(start) ? start : asOf;
        for (var counting : countings) {
            last = counting.from().isAfter(last) ? counting.from() : last;
        }
        for (var hold : holds) {
            last = hold.end(asOf).isAfter(last) ? hold.end(asOf) : last;
        }
        return last;
    }

    private List<Stretch> stretches(Instant until, Instant asOf) {
        var held = Holds.merged(holds, start, asOf);
        var edges = new TreeSet<Instant>();
        edges.add(start);
        edges.add(until);
        held.forEach(hold -> {
            edges.add(hold.from());
            edges.add(hold.to());
        });
        countings.forEach(counting -> edges.add(counting.from()));
        var within = edges.stream()
                .filter(edge -> !edge.isBefore(start) && !edge.isAfter(until))
                .toList();
        var stretches = new ArrayList<Stretch>();
        for (var i = 0; i + 1 < within.size(); i++) {
            var from = within.get(i);
            var isHeld = held.stream()
                    .anyMatch(hold -> !hold.from().isAfter(from) && hold.to().isAfter(from));
            stretches.add(new Stretch(from, within.get(i + 1), timeAt(from), isHeld));
        }
        return stretches;
    }

    /** Every stretch from the start to an instant: what of it counted, and why the rest did not. */
    List<LedgerLine> ledger(Instant at) {
        var lines = new ArrayList<LedgerLine>();
        for (var stretch : stretches(at, at)) {
            if (stretch.held()) {
                lines.add(new LedgerLine(
                        stretch.from(), stretch.to(), LedgerLine.Kind.HELD, Duration.ZERO, reasonOf(stretch.from())));
            } else {
                stretch.time().spans(stretch.from(), stretch.to()).forEach(span -> lines.add(LedgerLine.of(span)));
            }
        }
        return List.copyOf(lines);
    }

    private String reasonOf(Instant at) {
        return holds.stream()
                .filter(hold -> hold.goesOn(at))
                .map(Hold::because)
                .findFirst()
                .orElse("");
    }
}
