package org.relevo.rca;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** All root-cause analyses, and the verbs of their review. Each verb is one transaction, or part of the caller's. */
public interface Rcas {

    /** An analysis; refused where there is none. */
    Rca get(WorkItemNumber number);

    RcaContent content(WorkItemNumber number);

    /** The analysis that an incident is part of. */
    Optional<Rca> about(WorkItemNumber incident);

    /** One page of analyses, the newest first; page counted from 0. */
    List<Rca> find(Filter filter, int page, int size);

    long count(Filter filter);

    /**
     * Which analyses are looked for; what is null does not narrow the search.
     *
     * @param open true for those that are not delivered, proven or skipped
     */
    record Filter(
            @Nullable RcaStatus status,
            @Nullable Boolean open,
            @Nullable String text) {}

    /** Sends it to review: it has a root cause, and every branch of its whys ends at an event or an action. */
    Rca submit(WorkItemNumber number, Actor by);

    /** Returns it to its author. */
    Rca giveBack(WorkItemNumber number, String reason, Actor by);

    /** Approves it; refused to everybody who wrote a part of it. */
    Rca approve(WorkItemNumber number, Actor by);

    /** Sends an approved analysis to management, as a PDF. Answers how many corrective actions are still to prove. */
    int distribute(WorkItemNumber number, Actor by);

    void comment(WorkItemNumber number, String text, Actor by);

    /** Asks to leave it out, which a second person has to agree to. */
    Rca askToSkip(WorkItemNumber number, String reason, Actor by);

    Rca agreeToSkip(WorkItemNumber number, Actor by);

    Rca refuseToSkip(WorkItemNumber number, String reason, Actor by);

    /** The lines by which two versions differ; version 0 is empty, and one above the last is what stands now. */
    List<DiffLine> difference(WorkItemNumber number, int from, int to);

    /** The analysis as a PDF, in the language of a person or, without one, in English. */
    byte[] pdf(WorkItemNumber number, @Nullable String reader);
}
