package org.relevo.workflow.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Running cases on their way to another version of their process.
 *
 * @param version where they go
 * @param waiting how many have not been looked at yet
 * @param left how many were not looked at, because it was stopped
 */
public record Move(
        long id,
        String processKey,
        int version,
        String askedBy,
        Instant askedAt,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt,
        @Nullable Instant endedAt,
        long waiting,
        long moved,
        long stayed,
        long left) {

    /** What became of a case: on its way, moved, stayed for a reason, or left where it was when somebody stopped it. */
    public enum State {
        WAITING,
        MOVED,
        STAYED,
        LEFT
    }

    /** Why a case stayed. */
    public enum Why {
        LOST,
        ENDED,
        REFUSED
    }

    /**
     * One of the cases.
     *
     * @param details the steps that the new version has not, or what the engine said
     */
    public record Case(
            String instance,
            @Nullable String workItem,
            int version,
            State state,
            @Nullable Why why,
            @Nullable String details) {}

    public boolean open() {
        return endedAt == null;
    }

    public long all() {
        return waiting + moved + stayed + left;
    }

    public long done() {
        return all() - waiting;
    }
}
