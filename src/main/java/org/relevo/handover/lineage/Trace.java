package org.relevo.handover.lineage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CauseKind;
import org.relevo.workitem.WorkItemNumber;

/**
 * That an incident traces, or may trace, to something waived, open or late at a handover.
 *
 * @param number of the handover
 * @param reference id of the waiver, number of the issue, id of the delivery
 * @param cause its title
 * @param because the signs that both have
 * @param reason of the one who decided
 */
public record Trace(
        long id,
        WorkItemNumber number,
        WorkItemNumber incident,
        String title,
        CauseKind kind,
        String reference,
        String cause,
        Status status,
        String rule,
        String because,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** Where it stands. */
    public enum Status {
        PROPOSED,
        CONFIRMED,
        REJECTED,
        WITHDRAWN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
