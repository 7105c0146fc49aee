package org.relevo.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a username into the one who acts, with the roles and teams of this moment. */
@Component
public class Actors {

    private final StoredPeople people;

    Actors(StoredPeople people) {
        this.people = people;
    }

    /** Empty where there is no such person, or the person is disabled. */
    public Optional<Actor> of(String username) {
        var now = people.snapshot();
        return now.isEnabled(username)
                ? Optional.of(new Actor(username, Actor.Kind.PERSON, now.rolesOf(username), now.teamsOf(username)))
                : Optional.empty();
    }
}
