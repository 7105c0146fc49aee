package org.relevo.handover.lineage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on the line from a project over its handover to the incidents of its service.
 *
 * @param what happened, such as {@code RAISED}; {@code SAID} where the text says it
 * @param reference the number of the case, or of the handover
 * @param address of the page that shows it
 */
public record LineageEvent(
        Instant at,
        Kind kind,
        String what,
        String reference,
        String text,
        @Nullable String reason,
        @Nullable String by,
        String address) {

    /** What it is about. */
    public enum Kind {
        ISSUE,
        EXCEPTION,
        DELIVERY,
        WAIVER,
        HANDOVER,
        INCIDENT,
        TRACE,
        RCA
    }
}
