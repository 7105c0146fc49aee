package org.relevo.rca;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** What happens to an analysis, for the process that carries it. */
public final class RcaEvents {

    private RcaEvents() {}

    /** Rules demand an analysis. */
    public record RcaDemanded(WorkItemNumber number, WorkItemNumber incident, Instant at) {}

    /** Its author sent it to review. */
    public record RcaSubmitted(WorkItemNumber number) {}

    /** Its reviewer returned it. */
    public record RcaReturned(WorkItemNumber number) {}

    /** A second person approved it. */
    public record RcaApproved(WorkItemNumber number) {}

    /** Somebody wants to leave it out. */
    public record RcaSkipAsked(WorkItemNumber number) {}

    /** A second person does not agree to leave it out. */
    public record RcaSkipRefused(WorkItemNumber number) {}

    /** Two people agreed to leave it out. */
    public record RcaSkipped(WorkItemNumber number) {}

    /** What it was about has happened again too soon. Published while the repeat is being committed. */
    public record RcaReopened(WorkItemNumber number, WorkItemNumber repeat) {}

    /** Every corrective action stayed without a repeat. */
    public record CureProven(WorkItemNumber number) {}
}
