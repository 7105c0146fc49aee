package org.relevo.handover;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.GateVerdict.Verdict;
import org.relevo.workitem.WorkItemNumber;

/**
 * A service on its way from a project to operations.
 *
 * @param project key
 * @param service key
 * @param projectTeam key of the team of the project that helps during early life support
 * @param goLiveOn planned; null before the plan
 * @param earlyLifeDays planned; null before the plan
 * @param gate what the gate said last; null before it was asked
 */
public record Handover(
        WorkItemNumber number,
        String project,
        String service,
        HandoverStatus status,
        String scope,
        @Nullable String projectTeam,
        @Nullable LocalDate goLiveOn,
        @Nullable Integer earlyLifeDays,
        @Nullable Gate gate,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt) {

    /** What a gate said, by which rule, and why. */
    public record Gate(Verdict verdict, String rule, String because, Instant at) {}
}
