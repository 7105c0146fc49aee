package org.relevo.incident.crisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has agreed to do in a crisis.
 *
 * @param meeting the meeting it was agreed in; null where it was agreed between meetings
 * @param outcome null while it is open
 */
public record CrisisAction(
        long id,
        @Nullable Long meeting,
        String text,
        String owner,
        Instant dueAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable Outcome outcome) {

    public enum Outcome {
        DONE,
        DROPPED
    }

    public boolean open() {
        return outcome == null;
    }

    public boolean late(Instant now) {
        return open() && dueAt.isBefore(now);
    }
}
