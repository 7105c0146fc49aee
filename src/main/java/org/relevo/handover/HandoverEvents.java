package org.relevo.handover;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** What happens to a handover, for the process that carries it and for whoever else listens. */
public final class HandoverEvents {

    private HandoverEvents() {}

    /** A project asks operations to take a service. */
    public record HandoverRequested(
            WorkItemNumber number, @Nullable String manager) {}

    /** A criterion needs nobody any more: it is met or waived. */
    public record CriterionSettled(WorkItemNumber number, long criterion) {}

    /** The gate is open now; operations, or the one of them who is named, has to answer. */
    public record GateOpened(
            WorkItemNumber number, @Nullable String acceptor) {}

    /** The gate was open and no longer is: operations can no longer accept, or the project no longer go live. */
    public record GateReopened(WorkItemNumber number) {}

    /** The service is live; the project still helps. */
    public record WentLive(WorkItemNumber number, String service) {}

    /** Operations has it. */
    public record HandedOver(WorkItemNumber number, String service) {}

    /** It stays with the project. */
    public record RolledBack(WorkItemNumber number, String service) {}
}
