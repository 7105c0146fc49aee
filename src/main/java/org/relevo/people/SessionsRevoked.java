package org.relevo.people;

import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in as this person must sign in again.
 *
 * @param except the session that goes on, where there is one
 */
public record SessionsRevoked(String username, @Nullable String except) {

    public SessionsRevoked(String username) {
        this(username, null);
    }
}
