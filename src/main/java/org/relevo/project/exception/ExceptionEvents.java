package org.relevo.project.exception;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** What happens to an exception report, for the process that carries it. */
public final class ExceptionEvents {

    private ExceptionEvents() {}

    /** Rules demand a report. */
    public record ExceptionDemanded(
            WorkItemNumber number, @Nullable String writer) {}

    /** Those who decide have it. */
    public record ExceptionSubmitted(
            WorkItemNumber number, @Nullable String decider) {}

    /** They want it written again. */
    public record ExceptionReturned(
            WorkItemNumber number, @Nullable String writer) {}

    /** It is decided. */
    public record ExceptionDecided(WorkItemNumber number) {}

    /** It is no longer needed. */
    public record ExceptionWithdrawn(WorkItemNumber number) {}
}
