package org.relevo.incident.crisis;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one shift tells the next.
 *
 * @param from username of the one who leaves and has signed it
 * @param to username of the one who takes over
 * @param roles the roles that change hands when it is accepted
 */
public record ShiftHandover(
        long id,
        String summary,
        String from,
        String to,
        Set<CrisisRole> roles,
        Instant signedAt,
        @Nullable Instant acceptedAt) {

    public boolean waitsFor(String username) {
        return acceptedAt == null && to.equals(username);
    }
}
