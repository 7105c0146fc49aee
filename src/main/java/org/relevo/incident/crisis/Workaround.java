package org.relevo.incident.crisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps things going before the cause is cured.
 *
 * @param version counted up by each change of effect and side effects
 * @param notedAt when it was written down, which may be later than it was deployed
 * @param risk what may go wrong with it, in the words of the service manager who accepted it
 */
public record Workaround(
        long id,
        String text,
        String effect,
        String sideEffects,
        int version,
        Instant deployedAt,
        String deployedBy,
        Instant notedAt,
        String notedBy,
        @Nullable String risk,
        @Nullable Instant riskAcceptedAt,
        @Nullable String riskAcceptedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnBecause) {

    public boolean inPlace() {
        return withdrawnAt == null;
    }
}
