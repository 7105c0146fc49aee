package org.relevo.project.issue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that has happened and costs a project time, money or scope.
 *
 * @param impact what it takes if nothing is done; null before somebody has assessed it
 * @param words the impact in words
 * @param severityBecause why it is as severe as it is, in the rules' words
 * @param approver username of the one who approves the plan
 * @param outcomeReason why the rest is accepted, or what else there was to say
 */
public record ProjectIssue(
        WorkItemNumber number,
        String project,
        Source source,
        @Nullable Long risk,
        @Nullable Long tolerance,
        Status status,
        @Nullable Impact impact,
        String words,
        @Nullable Rating severity,
        @Nullable String severityBecause,
        String cause,
        @Nullable Meeting meeting,
        @Nullable Instant positionsBy,
        @Nullable String approver,
        @Nullable String approvedBy,
        @Nullable Outcome outcome,
        @Nullable String outcomeReason,
        @Nullable Instant endedAt) {

    /** Where it comes from. */
    public enum Source {
        PERSON,
        RISK,
        TOLERANCE
    }

    /** How far it is. */
    public enum Status {
        RAISED,
        ASSESSED,
        ALIGNING,
        ANALYSING,
        PLANNING,
        APPROVAL,
        WATCHING,
        CLOSED,
        WITHDRAWN;

        public boolean open() {
            return this != CLOSED && this != WITHDRAWN;
        }
    }

    public enum Outcome {
        /** Nothing of its impact is left. */
        SOLVED,
        /** Its impact is smaller; the rest is accepted. */
        ACCEPTED
    }

    /** @param cost in the project's currency */
    public record Impact(int days, BigDecimal cost, BigDecimal scope) {

        public static final Impact NONE = new Impact(0, new BigDecimal("0.00"), new BigDecimal("0.00"));

        Impact plus(Impact other) {
            return new Impact(days + other.days, cost.add(other.cost), scope.add(other.scope));
        }

        /** What is left of it once another is taken away; never less than nothing. */
        public Impact without(Impact other) {
            return new Impact(
                    Math.max(0, days - other.days),
                    cost.subtract(other.cost).max(BigDecimal.ZERO),
                    scope.subtract(other.scope).max(BigDecimal.ZERO));
        }
    }

    /** @param link of a conference; may be empty */
    public record Meeting(Instant at, int minutes, String link) {}
}
