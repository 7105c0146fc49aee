package org.relevo.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums of holds: those that touch or overlap count once. */
final class Holds {

    private Holds() {}

    /** A stretch on hold, whoever held it how often. */
    record Held(Instant from, Instant to) {}

    /** The stretches on hold from a start up to an instant, in order and apart from each other. */
    static List<Held> merged(List<Hold> holds, Instant start, Instant asOf) {
        var merged = new ArrayList<Held>();
        holds.stream()
                .map(hold -> new Held(hold.from().isBefore(start) ? start : hold.from(), hold.end(asOf)))
                .filter(held -> held.from().isBefore(held.to()))
                .sorted(Comparator.comparing(Held::from))
                .forEach(held -> {
                    var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                    if (last == null || held.from().isAfter(last.to())) {
                        merged.add(held);
                    } else if (held.to().isAfter(last.to())) {
                        merged.set(merged.size() - 1, new Held(last.from(), held.to()));
                    }
                });
        return List.copyOf(merged);
    }
}
