package org.relevo.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How a layer hands over. On {@code from} at {@code handover} the first turn begins, and after so many hours, days or
 * weeks on the wall in the zone the next one does: a handover at 09:00 stays at 09:00 when the clocks change, and the
 * turn in which they do is an hour shorter or longer. {@link WallTime} says what happens to a handover in a skipped or
 * repeated hour. Turns are counted backwards too, so that a rota entered for next week leaves nobody uncovered today.
 */
record Turns(LocalDate from, LocalTime handover, ZoneId zone, int length, Unit unit) {

    enum Unit {
        HOURS(1),
        DAYS(24),
        WEEKS(168);

        private final int hours;

        Unit(int hours) {
            this.hours = hours;
        }
    }

    /** The turn that an instant lies in. */
    long at(Instant instant) {
        var passed = Duration.between(first(), LocalDateTime.ofInstant(instant, zone));
        var turn = Math.floorDiv(passed.toSeconds(), (long) hours() * 3600);
        while (start(turn).isAfter(instant)) {
            turn--;
        }
        while (!start(turn + 1).isAfter(instant)) {
            turn++;
        }
        return turn;
    }

    Instant start(long turn) {
        return WallTime.instant(first().plusHours(turn * hours()), zone);
    }

    private LocalDateTime first() {
        return from.atTime(handover);
    }

    private int hours() {
        return Math.multiplyExact(length, unit.hours);
    }
}
