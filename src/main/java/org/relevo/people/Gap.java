package org.relevo.people;

import java.time.Instant;

/**
 * Something that is wrong with a rota for a while.
 *
 * @param layer the line of call, from 1
 * @param text what is wrong, as a sentence that names who and why
 */
public record Gap(int layer, Instant from, Instant to, Kind kind, String text) {

    public enum Kind {
        /** Nobody is on call, although the layer is meant to be staffed. */
        GAP,
        /** Somebody is on call in two places at once. */
        CONFLICT
    }
}
