package org.relevo.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token as it is listed: everything but the token itself, which is stored as a hash alone. */
public record ApiToken(
        long id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        boolean demo) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
