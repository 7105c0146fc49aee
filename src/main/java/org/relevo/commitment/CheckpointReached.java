package org.relevo.commitment;

import java.time.Instant;
import java.util.List;
import org.relevo.rules.Decision;
import org.relevo.workitem.WorkItem;

/**
 * A commitment has reached a checkpoint and the rule book has decided what follows.
 *
 * @param percent the checkpoint: the highest of those that have passed
 * @param late whether it was handled more than a minute after it was due
 * @param told whether those who were told of it before, such as before a hold, are not told again
 * @param decisions what the rules decided; empty where they decided that nothing follows
 */
public record CheckpointReached(
        Commitment commitment,
        WorkItem item,
        int percent,
        boolean late,
        boolean told,
        int ruleBookVersion,
        List<Decision> decisions,
        Instant at) {}
