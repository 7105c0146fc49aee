package org.relevo.project.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a party says of an issue.
 *
 * @param stance null before they have said anything
 */
public record Position(
        String person,
        @Nullable Stance stance,
        String words,
        @Nullable Instant at) {

    public enum Stance {
        AGREES,
        CONDITIONS,
        DISAGREES
    }
}
