package org.relevo.people;

import java.time.Instant;

/** Somebody in the place of whose turn it is. */
record StandIn(long id, int layer, String username, Instant from, Instant to, Shift.Kind kind) {

    boolean covers(Instant at) {
        return !from.isAfter(at) && to.isAfter(at);
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && to.isAfter(start);
    }
}
