package org.relevo.project.exception;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.workitem.WorkItemNumber;

/** The exception reports that there are, and the verbs of their submission and decision. */
public interface ExceptionReports {

    ExceptionReport get(WorkItemNumber number);

    ExceptionContent content(WorkItemNumber number);

    /**
     * One page of reports, the newest first.
     *
     * @param project a project's key; null for all
     * @param status null for every one
     */
    List<ExceptionReport> find(@Nullable String project, @Nullable ExceptionStatus status, int page, int size);

    long count(@Nullable String project, @Nullable ExceptionStatus status);

    /** Username of the one who writes it now; null where the project has no manager. */
    @Nullable
    String writer(WorkItemNumber number);

    /** Username of the one who decides about it; null where nobody is named. */
    @Nullable
    String decider(WorkItemNumber number);

    /** Whether somebody may decide about it. */
    boolean decidedBy(WorkItemNumber number, Actor who);

    /** Hands it to those who decide. Refused while a text, or a second option, is missing. */
    ExceptionReport submit(WorkItemNumber number, Actor by);

    /** Has it written again. */
    ExceptionReport giveBack(WorkItemNumber number, String comment, Actor by);

    /**
     * Decides about it.
     *
     * @param option the id or the letter of the option that is chosen; blank where the project is to be closed
     */
    ExceptionReport decide(WorkItemNumber number, Verdict verdict, String option, String reason, Actor by);

    /** What the option that was chosen needs and the tolerance does not allow; empty where nothing is to be set. */
    Optional<BigDecimal> neededTolerance(ExceptionReport report);

    /** Sets the tolerance that the option that was chosen needs, as the sponsor confirms. */
    ExceptionReport confirmTolerance(WorkItemNumber number, String size, Actor by);
}
