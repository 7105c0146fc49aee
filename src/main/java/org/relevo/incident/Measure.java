package org.relevo.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the times that an incident is measured by, or why there is none.
 *
 * @param length around the clock; null where there is none yet
 * @param at when it was reached; null for a time that has no end of its own
 * @param missing why there is none; null where there is one
 */
public record Measure(
        @Nullable Duration length,
        @Nullable Instant at,
        @Nullable Missing missing) {

    /** Why a time cannot be told, or not yet. */
    public enum Missing {
        NOT_ACKNOWLEDGED("Nobody has acknowledged it yet."),
        NEVER_ACKNOWLEDGED("It was resolved without having been acknowledged."),
        NOT_RESOLVED("It is not resolved yet."),
        REOPENED("It was reopened and is not resolved again yet."),
        NO_WORKAROUND("No workaround has been deployed yet."),
        RESOLVED_WITHOUT_WORKAROUND("It was resolved without a workaround."),
        /** Its history comes from another tool, whose events are told in other words. */
        NOT_TOLD("Its imported history does not tell."),
        NEVER_HELD("It was never on hold.");

        private final String sentence;

        Missing(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    static Measure from(Instant start, Instant end) {
        var length = Duration.between(start, end);
        return new Measure(length.isNegative() ? Duration.ZERO : length, end, null);
    }

    static Measure none(Missing why) {
        return new Measure(null, null, why);
    }
}
