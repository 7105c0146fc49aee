package org.relevo.people;

import java.time.Instant;

/**
 * One person's time on call on one layer of a team.
 *
 * @param layer the line of call, from 1
 * @param to when the shift ends; the instant itself belongs to the next one
 */
public record Shift(int layer, Person person, Instant from, Instant to, Kind kind) {

    public enum Kind {
        /** It is this person's turn. */
        ROTATION,
        /** Somebody put this person in the place of whose turn it is. */
        OVERRIDE,
        /** Two people exchanged their shifts. */
        SWAP,
        /** Whose turn it is cannot be there; this person has the next place. */
        COVER
    }
}
