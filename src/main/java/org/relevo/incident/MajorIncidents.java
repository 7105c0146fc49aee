package org.relevo.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;

/** Which incidents are a P1: rules propose, a person decides. Each verb is one transaction, or part of the caller's. */
public interface MajorIncidents {

    /**
     * An incident that a rule has proposed as a P1.
     *
     * @param because what the rule saw
     * @param verdict {@code ACCEPTED} or {@code REJECTED}; null while nobody has decided
     */
    record Candidate(
            long id,
            WorkItemNumber workItem,
            String rule,
            String because,
            Instant proposedAt,
            @Nullable String verdict,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decidedBecause) {

        public boolean open() {
            return verdict == null;
        }
    }

    /** Asks the rule book whether an open incident may be a P1; what was proposed or rejected is not proposed again. */
    void consider(WorkItemNumber number);

    /** What was ever proposed of an incident, the latest first. */
    List<Candidate> of(WorkItemNumber number);

    /** The incident becomes a P1. */
    WorkItem accept(WorkItemNumber number, Actor by);

    /** The incident stays what it is. */
    void reject(WorkItemNumber number, String because, Actor by);

    /**
     * Gives an open incident a priority by hand, whatever its ratings say: promotes it to a P1, or demotes it from one. Its
     * commitments keep what they used and were held. Rating it anew asks the rule book again.
     */
    WorkItem give(WorkItemNumber number, Priority priority, String because, Actor by);
}
