package org.relevo.workflow.insight;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * One case at one element.
 *
 * @param workItem its number; nothing of a process that belongs to no case
 * @param ended nothing while it stands there
 * @param dueAt when its case owed something
 */
public record Passage(
        @Nullable String workItem,
        int version,
        Instant started,
        @Nullable Instant ended,
        Duration took,
        @Nullable String assignee,
        @Nullable Instant dueAt) {

    /** The address of the case's page. */
    public @Nullable String page() {
        return workItem == null ? null : new WorkItemNumber(workItem).page();
    }

    public boolean late(Instant now) {
        return dueAt != null && dueAt.isBefore(ended == null ? now : ended);
    }
}
