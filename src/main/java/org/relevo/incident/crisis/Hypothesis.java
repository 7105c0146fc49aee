package org.relevo.incident.crisis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes to be the root cause.
 *
 * @param evidence oldest first
 * @param because why it was confirmed, refuted or opened again
 */
public record Hypothesis(
        long id,
        String text,
        State state,
        Instant statedAt,
        String statedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String because,
        List<Evidence> evidence) {

    public enum State {
        OPEN,
        CONFIRMED,
        REFUTED
    }

    /** What was seen that speaks for a hypothesis or against it. */
    public record Evidence(long id, boolean supports, String text, Instant at, String byWhom) {}

    public List<Evidence> supporting() {
        return evidence.stream().filter(Evidence::supports).toList();
    }

    public List<Evidence> contradicting() {
        return evidence.stream().filter(one -> !one.supports()).toList();
    }

    Hypothesis with(List<Evidence> found) {
        return new Hypothesis(id, text, state, statedAt, statedBy, decidedAt, decidedBy, because, found);
    }
}
