package org.relevo.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;

/** What can be done with an incident. Each verb is one transaction, or part of the caller's. */
public interface Incidents {

    /** Raises an incident: decided by the rule book, with its commitments, its process and its first task. */
    WorkItem raise(RaiseIncident what, Actor by);

    /** The priority that an incident of this kind would be given by itself; nothing is raised. */
    Optional<AssignPriority> priorityOf(RaiseIncident what);

    /**
     * Takes an incident on: its response is met and nothing further is sent. Doing it again changes nothing.
     *
     * @param via how, in words: {@code by mail}, {@code in the inbox}
     */
    WorkItem acknowledge(WorkItemNumber number, Actor by, String via);

    /**
     * Rates an incident anew. Where its priority changes, its commitments get the targets of the new one; what they have used
     * and were held stays.
     */
    WorkItem rate(WorkItemNumber number, @Nullable Rating impact, @Nullable Rating urgency, String because, Actor by);

    /** Proposes to resolve an open incident, for a reason such as "all 2 alerts are resolved". */
    void proposeResolution(WorkItemNumber number, Actor by, String reason);

    /** Withdraws a proposal, because an alert fires again. */
    void withdrawProposal(WorkItemNumber number, Actor by, String reason);

    /** Resolves an incident: its commitments end, its process ends, nothing further is sent. */
    WorkItem resolve(WorkItemNumber number, Actor by, String summary);
}
