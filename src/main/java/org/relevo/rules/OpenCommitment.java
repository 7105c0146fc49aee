package org.relevo.rules;

import java.time.Duration;
import java.util.List;

/**
 * Opens a commitment on a case.
 *
 * @param target how long it may take, counted around the clock
 * @param checkpoints when rules look at it again, in whole percent of the target, ascending; 0 is at once
 */
public record OpenCommitment(Metric metric, Duration target, List<Integer> checkpoints, String rule, String because)
        implements Decision {}
