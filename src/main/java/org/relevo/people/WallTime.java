package org.relevo.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The instant at which a clock on the wall shows a time. A time in the hour that a spring change skips is when that hour
 * ends; one in the hour that an autumn change repeats is the first of the two. So a later time is never an earlier
 * instant, and shifts cannot overlap.
 */
final class WallTime {

    private WallTime() {}

    static Instant instant(LocalDateTime wall, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.get(0));
    }
}
