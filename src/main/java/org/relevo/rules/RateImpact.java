package org.relevo.rules;

/** Says how severe an issue is in one measure. */
public record RateImpact(Metric metric, Rating severity, String rule, String because) implements Decision {}
