package org.relevo.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that moved from the project to operations with a service.
 *
 * @param kind {@code ISSUE}, {@code RISK}, {@code ACTION}, {@code WORKAROUND} or {@code KNOWN_ERROR}
 * @param reference the number of its case, or its id
 * @param address of its page
 */
public record Moved(
        String kind,
        String reference,
        String title,
        String address,
        @Nullable String owner,
        Instant at,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {}
