package org.relevo.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that does not count.
 *
 * @param to when the commitment was, or will be, resumed; null while nobody has said when
 * @param by username of the one who put it on hold
 * @param enteredAt when that was written down, which may be long after it happened
 */
public record Hold(Instant from, @Nullable Instant to, String because, String by, Instant enteredAt) {

    /** When it ends; while nobody has said when, as if it ended at an instant. */
    Instant end(Instant asOf) {
        return to == null ? asOf : to;
    }

    /** Whether it goes on at an instant. */
    public boolean goesOn(Instant at) {
        return !from.isAfter(at) && (to == null || to.isAfter(at));
    }
}
