package org.relevo.people;

import java.util.Optional;

<<<<<<< HEAD
/** The keys that machines come with. */
public interface Tokens {

    /** May post alerts. */
    String ALERTS = "alerts";

    /** May use the whole programming interface, as an agent does. */
    String API = "api";

    /** Who comes with the token; empty where it is unknown, revoked, or has not the scope. */
=======
/** API tokens: hashed at rest, each good for its scopes. */
public interface Tokens {

    /**
     * Who a token speaks for, if it is known, not revoked and good for the scope.
     *
     * @param scope {@code alerts} or {@code api}
     */
>>>>>>> intake
    Optional<Actor> authenticate(String token, String scope);
}
