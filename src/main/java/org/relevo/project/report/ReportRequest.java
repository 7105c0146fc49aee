package org.relevo.project.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * A progress report that management asked for.
 *
 * @param question what it wants to know besides; may be empty
 * @param reason why it was declined or withdrawn
 * @param report the report that answered it
 */
public record ReportRequest(
        WorkItemNumber number,
        String project,
        String askedBy,
        Instant askedAt,
        LocalDate from,
        LocalDate until,
        String question,
        State state,
        @Nullable String reason,
        @Nullable Long report,
        @Nullable Instant endedAt) {

    public enum State {
        ASKED,
        ANSWERED,
        DECLINED,
        WITHDRAWN
    }

    public boolean open() {
        return state == State.ASKED;
    }

    /** Whether a report of a period tells all that was asked for. */
    boolean answeredBy(ProgressReport one) {
        return open() && !one.from().isAfter(from) && !one.until().isBefore(until);
    }
}
