package org.relevo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One line of call: its places take turns while it is staffed.
 *
 * @param number 1 for the first line of call
 * @param places usernames in the order in which they take over
 * @param windows when it is staffed; none for always
 */
record Layer(int number, List<String> places, Turns turns, List<Window> windows) {

    boolean isStaffed(Instant at) {
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.covers(at, turns.zone()));
    }

    /** Whose turn it is, whether that person can be there or not. */
    Optional<String> whoseTurn(long turn) {
        return places.isEmpty() ? Optional.empty() : Optional.of(place(turn));
    }

    /** The first after whose turn it is who can be there. */
    Optional<String> nextAvailable(long turn, Predicate<String> available) {
        return LongStream.rangeClosed(1, places.size())
                .mapToObj(skipped -> place(turn + skipped))
                .filter(available)
                .findFirst();
    }

    /** Every instant in a range at which somebody else may be on call. */
    Stream<Instant> edges(Instant from, Instant to) {
        var handovers = LongStream.rangeClosed(turns.at(from), turns.at(to) + 1).mapToObj(turns::start);
        return Stream.concat(handovers, windows.stream().flatMap(w -> w.edges(from, to, turns.zone())));
    }

    /** So far ahead that whoever comes after the present turn is seen, also over a weekend without anybody. */
    Instant horizon(Instant at) {
        var turn = turns.start(turns.at(at) + 2);
        var week = at.plus(Duration.ofDays(8));
        return turn.isAfter(week) ? turn : week;
    }

    private String place(long turn) {
        return places.get((int) Math.floorMod(turn, (long) places.size()));
    }
}
