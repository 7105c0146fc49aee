package org.relevo.project.issue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that is to be done about an issue. It is a case of its own with a clock.
 *
 * @param takesAway how much of the issue's impact it is expected to take away
 */
public record IssueAction(
        WorkItemNumber number,
        WorkItemNumber issue,
        String title,
        String owner,
        LocalDate dueOn,
        String effect,
        Impact takesAway,
        Status status,
        String note,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    public boolean open() {
        return status == Status.OPEN;
    }
}
