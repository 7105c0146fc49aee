package org.relevo.rca;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * A root-cause analysis.
 *
 * @param incident the incident that demanded it
 * @param signature what tells that incident's kind apart; null where it had no alert
 * @param submittedBy username of the one who sent it to review last
 * @param approvedBy username of the one who approved it last
 * @param skip what was said about leaving it out, if anything was
 */
public record Rca(
        WorkItemNumber number,
        WorkItemNumber incident,
        RcaStatus status,
        @Nullable String signature,
        Instant demandedAt,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        @Nullable Instant deliveredAt,
        @Nullable Skip skip) {

    /**
     * The wish to leave the analysis out.
     *
     * @param agreedBy username of the second person; null while nobody has agreed
     */
    public record Skip(
            String askedBy, String reason, @Nullable String agreedBy) {}

    /** Whether somebody waits for a second person to agree that it is left out. */
    public boolean skipAsked() {
        return skip != null && skip.agreedBy() == null && status.inWork();
    }
}
