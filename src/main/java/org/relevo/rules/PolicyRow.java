package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code escalation-policies.csv}: which policy a commitment is escalated by, and from which share of its target
 * on.
 *
 * @param agreement the agreement it is meant for; null for every one; so for priority and tier
 * @param from in whole percent of the target
 * @param on whether it counts; one that is switched off starts nothing, and what it started ends
 */
public record PolicyRow(
        int row,
        EscalationPolicy policy,
        @Nullable Agreement agreement,
        Metric metric,
        @Nullable Priority priority,
        @Nullable String tier,
        int from,
        boolean on) {

    public boolean isFor(CheckpointFact checkpoint) {
        return on
                && metric == checkpoint.metric()
                && checkpoint.percent() >= from
                && (agreement == null || agreement == checkpoint.agreement())
                && (priority == null || priority == checkpoint.priority())
                && (tier == null || tier.equals(checkpoint.tier()));
    }

    boolean isFor(TargetRow target) {
        return metric == target.metric()
                && (agreement == null || agreement == target.agreement())
                && (priority == null || priority == target.priority())
                && (tier == null || target.tier() == null || tier.equals(target.tier()));
    }

    public StartEscalation start(CheckpointFact checkpoint, String rule) {
        return new StartEscalation(
                checkpoint.agreement(), metric, checkpoint.percent(), policy, rule, checkpoint.because());
    }
}
