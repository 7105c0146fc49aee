package org.relevo.project.raid;

import org.relevo.workitem.WorkItemNumber;

/** What happens to assumptions. */
public final class AssumptionEvents {

    private AssumptionEvents() {}

    /** @param number the project's case */
    public record AssumptionExpired(WorkItemNumber number, long assumption, String text, String owner) {}

    /** Its owner has said whether it still holds. */
    public record AssumptionSettled(WorkItemNumber number, long assumption) {}
}
