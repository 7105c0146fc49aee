package org.relevo.rca;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that is to be done so that the same does not happen again.
 *
 * @param dueAt when its commitment falls due
 * @param quietUntil until when nothing of the same signature may happen, once it is done
 */
public record CorrectiveAction(
        WorkItemNumber number,
        WorkItemNumber rca,
        String title,
        @Nullable String owner,
        @Nullable String service,
        Status status,
        Instant plannedAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String doneNote,
        @Nullable Instant quietUntil) {

    /** How far it is. */
    public enum Status {
        OPEN,
        /** Done; its quiet window runs. */
        DONE,
        /** Nothing of the same signature happened in its quiet window. */
        EFFECTIVE,
        /** The same happened again in its quiet window. */
        INEFFECTIVE
    }

    public boolean overdue(Instant now) {
        return status == Status.OPEN && dueAt != null && dueAt.isBefore(now);
    }
}
