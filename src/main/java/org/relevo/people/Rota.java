package org.relevo.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A weekly rota. On {@code from} at {@code handover} the first place takes over, and every seven days at the same time
 * on the wall the next one does. A handover that falls into the hour a spring change skips happens when that hour ends;
 * one in the hour an autumn change repeats happens the first time. The rota is a circle without a beginning: before
 * {@code from} the places are counted backwards, so that a rota entered for next week leaves nobody uncovered today.
 */
record Rota(List<String> places, LocalDate from, LocalTime handover, ZoneId zone) {

    /** Who is on call; a place that is not available is skipped in favour of the next one. */
    Optional<String> onCall(Instant at, Predicate<String> available) {
        return inWeek(week(at), available);
    }

    Optional<String> next(Instant at, Predicate<String> available) {
        return inWeek(week(at) + 1, available);
    }

    /** When the one on call hands over. */
    Instant handoverAfter(Instant at) {
        return start(week(at) + 1);
    }

    Instant handoverBefore(Instant at) {
        return start(week(at));
    }

    private Optional<String> inWeek(long week, Predicate<String> available) {
        for (var skipped = 0; skipped < places.size(); skipped++) {
            var place = places.get((int) Math.floorMod(week + skipped, (long) places.size()));
            if (available.test(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private long week(Instant at) {
        var week = Math.floorDiv(ChronoUnit.DAYS.between(from, at.atZone(zone).toLocalDate()), 7L);
        return at.isBefore(start(week)) ? week - 1 : week;
    }

    private Instant start(long week) {
        return from.plusWeeks(week).atTime(handover).atZone(zone).toInstant();
    }
}
