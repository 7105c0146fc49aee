package org.relevo.commitment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When rules look at a commitment: at whole percents of its target. */
final class Checkpoints {

    private Checkpoints() {}

    /** The highest checkpoint that has come and was not handled yet: those missed before it collapse into it. */
    static Optional<Integer> due(Commitment commitment, Instant now) {
        return commitment.checkpoints().stream()
                .filter(percent -> percent > commitment.passed())
                .filter(percent -> reached(commitment, percent, now))
                .max(Comparator.naturalOrder());
    }

    /** The highest checkpoint that lies behind, handled or not; -1 where none does. */
    static int behind(Commitment commitment, Instant now) {
        return commitment.checkpoints().stream()
                .filter(percent -> reached(commitment, percent, now))
                .max(Comparator.naturalOrder())
                .orElse(-1);
    }

    /** When the next checkpoint after a percent is, if one is left and if it is known. */
    static @Nullable Instant nextAfter(Commitment commitment, int percent, Instant now) {
        return commitment.checkpoints().stream()
                .filter(other -> other > percent)
                .findFirst()
                .flatMap(other -> commitment.checkpointAt(other, now))
                .orElse(null);
    }

    private static boolean reached(Commitment commitment, int percent, Instant now) {
        var amount = commitment.amount();
        if (amount != null) {
            return percent == 100 ? amount.exceeded() : amount.usedShare() * 100 >= percent;
        }
        return commitment.reachedAt(percent, now).filter(at -> !at.isAfter(now)).isPresent();
    }
}
