package org.relevo.people;

import java.util.Optional;

/** API tokens: hashed at rest, each good for its scopes. */
public interface Tokens {

    /**
     * Who a token speaks for, if it is known, not revoked and good for the scope.
     *
     * @param scope {@code alerts} or {@code api}
     */
    Optional<Actor> authenticate(String token, String scope);
}
