package org.relevo.rules;

/** Says that a criterion of a handover is met. */
public record CriterionMet(String key, String rule, String because) implements Decision {}
