package org.relevo.commitment;

import java.time.Instant;
import java.util.List;
import org.relevo.rules.Escalate;

/**
 * A commitment has reached a checkpoint and the rule book has decided what follows.
 *
 * @param percent the checkpoint: the highest of those that have passed
 * @param late whether it was handled more than a minute after it was due
 * @param escalations whom the rules want told; empty where they decided that nobody is
 */
public record CheckpointReached(
        Commitment commitment,
        int percent,
        boolean late,
        int ruleBookVersion,
        List<Escalate> escalations,
        Instant at) {}
