package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code handover-criteria.csv}: what is to be shown before a service of a tier is handed over.
 *
 * @param tier null for every tier
 * @param key names the criterion for good
 * @param limit that the figure must reach
 * @param days before the service goes live that it is due
 */
public record CriterionRow(
        int row,
        @Nullable String tier,
        String key,
        String title,
        Measure measure,
        Need need,
        int limit,
        Owner owner,
        int days) {

    /** Who sees to a criterion. */
    public enum Owner {
        PROJECT,
        SERVICE
    }

    public boolean isFor(HandoverFact handover) {
        return tier == null || tier.equals(handover.tier());
    }

    public DemandCriterion demand(HandoverFact handover, String rule) {
        return new DemandCriterion(
                key,
                title,
                measure,
                need,
                limit,
                owner,
                days,
                rule,
                "row %d of the table of handover criteria, for a service of tier %s".formatted(row, handover.tier()));
    }
}
