package org.relevo.workitem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;

/**
 * A case.
 *
 * @param service key of the service affected
 * @param team key of the team that works on it
 * @param owner username of the one accountable
 * @param assignee username of the one who works on it now
 * @param raisedBy username, or the name of the tool that raised it
 * @param endedAt when it was resolved
 * @param priorityReason why it has its priority, in words
 * @param teamReason why its team has it, in words
 * @param resolutionProposed why resolution is proposed, where it is
 */
public record WorkItem(
        WorkItemNumber number,
        WorkItemType type,
        String title,
        String description,
        State state,
        @Nullable Priority priority,
        @Nullable Rating impact,
        @Nullable Rating urgency,
        @Nullable String service,
        @Nullable String team,
        @Nullable String owner,
        @Nullable String assignee,
        Instant raisedAt,
        String raisedBy,
        @Nullable Instant endedAt,
        @Nullable String priorityReason,
        @Nullable String teamReason,
        @Nullable String resolutionProposed) {

    /** Taken on; a person who did so becomes the assignee where there is none. */
    public WorkItem acknowledged(@Nullable String by) {
        return with(State.ACKNOWLEDGED, assignee == null ? by : assignee, endedAt, resolutionProposed);
    }

    /** Resolved at an instant; a proposal to resolve is thereby settled. */
    public WorkItem resolved(Instant at) {
        return with(State.RESOLVED, assignee, at, null);
    }

    /** Nothing is left to do. */
    public WorkItem closed() {
        return with(State.CLOSED, assignee, endedAt, null);
    }

    /** Open again, with whoever worked on it. */
    public WorkItem reopened() {
        return with(State.ACKNOWLEDGED, assignee, null, null);
    }

    public WorkItem resolutionProposed(@Nullable String reason) {
        return with(state, assignee, endedAt, reason);
    }

    /** Moved to a state; the end is null while it is open. */
    public WorkItem moved(State newState, @Nullable Instant newEnd) {
        return with(newState, assignee, newEnd, resolutionProposed);
    }

    /** Rated anew, with the priority that follows; what else stands stays. */
    public WorkItem rated(
            @Nullable Rating newImpact, @Nullable Rating newUrgency, @Nullable Priority newPriority, String reason) {
        return new WorkItem(
                number,
                type,
                title,
                description,
                state,
                newPriority,
                newImpact,
                newUrgency,
                service,
                team,
                owner,
                assignee,
                raisedAt,
                raisedBy,
                endedAt,
                reason,
                teamReason,
                resolutionProposed);
    }

    private WorkItem with(
            State newState, @Nullable String newAssignee, @Nullable Instant newEnd, @Nullable String newProposal) {
        return new WorkItem(
                number,
                type,
                title,
                description,
                newState,
                priority,
                impact,
                urgency,
                service,
                team,
                owner,
                newAssignee,
                raisedAt,
                raisedBy,
                newEnd,
                priorityReason,
                teamReason,
                newProposal);
    }
}
