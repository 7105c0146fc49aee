package org.relevo.rules;

/**
 * What an issue takes of a tolerance of its project.
 *
 * @param metric what the tolerance measures
 * @param percent of the tolerance; of the baseline where there is no tolerance
 */
public record ImpactFact(Metric metric, long percent) implements Fact {}
