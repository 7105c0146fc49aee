package org.relevo.project;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How a slip of one milestone moves those that wait for it. */
final class Slips {

    /** A milestone whose forecast becomes another, and why. */
    record Moved(Milestone milestone, LocalDate forecast, String because) {}

    private Slips() {}

    /**
     * Those that a milestone pushes as it stands in the list, each with the day that it can be reached at the earliest and
     * the reason of the last push. Time to spare is used up first; nothing is pulled forward, and what was reached stays.
     */
    static List<Moved> from(long start, List<Milestone> milestones, List<Dependency> dependencies) {
        var standing = new LinkedHashMap<Long, Milestone>();
        milestones.forEach(one -> standing.put(one.id(), one));
        var moved = new LinkedHashMap<Long, Moved>();
        var left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            var pushing = Objects.requireNonNull(standing.get(left.remove()));
            for (var dependency : dependencies) {
                if (dependency.before() != pushing.id()) {
                    continue;
                }
                var waiting = Objects.requireNonNull(standing.get(dependency.after()));
                var earliest = pushing.date().plusDays(dependency.lagDays());
                if (!waiting.reached() && waiting.forecast().isBefore(earliest)) {
                    standing.put(waiting.id(), waiting.forecast(earliest));
                    moved.remove(waiting.id());
                    moved.put(waiting.id(), new Moved(waiting, earliest, because(pushing, dependency)));
                    left.add(waiting.id());
                }
            }
        }
        return original(moved, milestones);
    }

    private static List<Moved> original(Map<Long, Moved> moved, List<Milestone> milestones) {
        var result = new ArrayList<Moved>();
        for (var one : moved.values()) {
            var before = milestones.stream()
                    .filter(m -> m.id() == one.milestone().id())
                    .findFirst()
                    .orElseThrow();
            result.add(new Moved(before, one.forecast(), one.because()));
        }
        return result;
    }

    private static String because(Milestone pushing, Dependency dependency) {
        return dependency.lagDays() == 0
                ? "waits for \"%s\", now %s".formatted(pushing.name(), pushing.date())
                : "waits for \"%s\", now %s, and %d days more"
                        .formatted(pushing.name(), pushing.date(), dependency.lagDays());
    }

    /** Whether a milestone waits for another, by however many steps, or is the same. */
    static boolean waits(long milestone, long other, List<Dependency> dependencies) {
        Set<Long> seen = new HashSet<>();
        var left = new ArrayDeque<>(List.of(milestone));
        while (!left.isEmpty()) {
            var here = left.remove();
            if (here == other) {
                return true;
            }
            if (seen.add(here)) {
                dependencies.stream().filter(one -> one.after() == here).forEach(one -> left.add(one.before()));
            }
        }
        return false;
    }
}
