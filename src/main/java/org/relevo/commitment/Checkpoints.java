package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When rules look at a commitment: at whole percents of its target. */
final class Checkpoints {

    private Checkpoints() {}

    static Instant at(Instant start, Duration target, int percent) {
        return start.plus(target.multipliedBy(percent).dividedBy(100));
    }

    static @Nullable Instant first(Instant start, Duration target, List<Integer> checkpoints) {
        return checkpoints.isEmpty() ? null : at(start, target, checkpoints.get(0));
    }

    /** The highest checkpoint that has come and was not handled yet: those missed before it collapse into it. */
    static Optional<Integer> due(Commitment commitment, Instant now) {
        return commitment.checkpoints().stream()
                .filter(p -> p > commitment.passed())
                .filter(p -> !at(commitment.startedAt(), commitment.target(), p).isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /** When the next checkpoint after a percent is, if one is left. */
    static @Nullable Instant nextAfter(Commitment commitment, int percent) {
        return commitment.checkpoints().stream()
                .filter(p -> p > percent)
                .findFirst()
                .map(p -> at(commitment.startedAt(), commitment.target(), p))
                .orElse(null);
    }
}
