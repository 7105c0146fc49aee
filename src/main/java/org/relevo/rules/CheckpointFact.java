package org.relevo.rules;

/**
 * A commitment at one of its checkpoints.
 *
 * @param percent the checkpoint that was reached: the highest of those that have passed, in whole percent of the target
 * @param acknowledged whether somebody has acknowledged the case
 * @param late whether the checkpoint is handled later than it should have been
 */
public record CheckpointFact(Metric metric, Priority priority, int percent, boolean acknowledged, boolean late)
        implements Fact {}
