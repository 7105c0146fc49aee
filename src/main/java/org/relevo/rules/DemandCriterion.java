package org.relevo.rules;

/** Chooses a criterion that a handover is to show. */
public record DemandCriterion(
        String key,
        String title,
        Measure measure,
        Need need,
        int limit,
        CriterionRow.Owner owner,
        int days,
        String rule,
        String because)
        implements Decision {}
