package org.relevo.inbox.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.relevo.commitment.Commitment;
import org.relevo.rules.Metric;

/**
 * What happens at a checkpoint that is still ahead, if nobody does anything before.
 *
 * @param at when; now where the checkpoint has passed and is being handled
 */
record Ahead(Instant at, Metric metric, int percent) {

    private static final int SHOWN = 8;

    public boolean missed() {
        return percent >= 100;
    }

    static List<Ahead> of(List<Commitment> commitments, Instant now) {
        return commitments.stream()
                .filter(Commitment::running)
                .flatMap(commitment -> commitment.checkpoints().stream()
                        .filter(percent -> percent > commitment.passed())
                        .map(percent -> at(commitment, percent, now)))
                .sorted(Comparator.comparing(Ahead::at))
                .limit(SHOWN)
                .toList();
    }

    private static Ahead at(Commitment commitment, int percent, Instant now) {
        var at = commitment
                .startedAt()
                .plus(commitment.target().multipliedBy(percent).dividedBy(100));
        return new Ahead(at.isBefore(now) ? now : at, commitment.metric(), percent);
    }
}
