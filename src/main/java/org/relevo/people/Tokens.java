package org.relevo.people;

import java.util.Optional;

/** The keys that machines come with. */
public interface Tokens {

    /** May post alerts. */
    String ALERTS = "alerts";

    /** May use the whole programming interface, as an agent does. */
    String API = "api";

    /** Who comes with the token; empty where it is unknown, revoked, or has not the scope. */
    Optional<Actor> authenticate(String token, String scope);
}
