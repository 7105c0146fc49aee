package org.relevo.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A while in which one layer is as it is: somebody is on call, or nobody is.
 *
 * @param username who is on call; null where nobody is
 * @param staffed whether somebody should be
 * @param wanted whose turn it is, or who was to stand in; null where the layer has no places or is not staffed
 * @param turn what the shift stems from: two turns of the same person are two shifts
 */
record Stretch(
        int layer,
        Instant from,
        Instant to,
        @Nullable String username,
        Shift.Kind kind,
        boolean staffed,
        @Nullable String wanted,
        String turn) {

    boolean isGap() {
        return username == null && staffed;
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && to.isAfter(start);
    }

    boolean continues(Stretch earlier) {
        return earlier.to.equals(from)
                && kind == earlier.kind
                && staffed == earlier.staffed
                && turn.equals(earlier.turn)
                && java.util.Objects.equals(username, earlier.username)
                && java.util.Objects.equals(wanted, earlier.wanted);
    }

    Stretch until(Instant end) {
        return new Stretch(layer, from, end, username, kind, staffed, wanted, turn);
    }
}
