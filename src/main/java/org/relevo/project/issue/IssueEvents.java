package org.relevo.project.issue;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** What happens to issues outside their process. */
public final class IssueEvents {

    private IssueEvents() {}

    /** @param lead username of the project manager, if there is one */
    public record IssueOpened(
            WorkItemNumber number, @Nullable String lead) {}

    /** No action of it is open any more. */
    public record ActionsEnded(WorkItemNumber number) {}

    /** It goes on without the positions that are missing. */
    public record PositionsClosed(WorkItemNumber number) {}

    public record IssueWithdrawn(WorkItemNumber number) {}
}
