package org.relevo.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who can be on call: those who are enabled, except while they are away. */
record Presence(Set<String> enabled, Map<String, List<Away>> away) {

    record Away(Instant from, Instant to) {}

    boolean isAbsent(String username, Instant at) {
        return away.getOrDefault(username, List.of()).stream()
                .anyMatch(a -> !a.from().isAfter(at) && a.to().isAfter(at));
    }

    /** Whether this person is away at any time in a range. */
    boolean isAway(String username, Instant from, Instant to) {
        return away.getOrDefault(username, List.of()).stream()
                .anyMatch(a -> a.from().isBefore(to) && a.to().isAfter(from));
    }

    boolean isAvailable(String username, Instant at) {
        return enabled.contains(username) && !isAbsent(username, at);
    }

    Stream<Instant> edges(String username) {
        return away.getOrDefault(username, List.of()).stream().flatMap(a -> Stream.of(a.from(), a.to()));
    }
}
