package org.relevo.handover.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one person still has to learn.
 *
 * @param session id of the one that covers it; null until one does
 */
public record TrainingNeed(
        long id,
        String person,
        String topic,
        LocalDate neededBy,
        @Nullable Long session,
        State state) {

    public enum State {
        /** No session covers it, or the one that did was cancelled. */
        OPEN,
        /** A session covers it that has no attendance of this person. */
        PLANNED,
        /** The person was there and has not confirmed. */
        ATTENDED,
        CONFIRMED
    }
}
