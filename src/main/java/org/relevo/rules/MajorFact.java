package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * An open incident, as it is looked at to see whether it may be a major one.
 *
 * @param tier how much depends on the service: {@code gold}, {@code silver} or {@code bronze}
 * @param users how many users it touches; null while nobody has said
 * @param duplicates how many incidents are duplicates of it
 */
public record MajorFact(
        Priority priority,
        @Nullable Rating impact,
        @Nullable String tier,
        @Nullable Integer users,
        int duplicates) implements Fact {

    public ProposeMajor propose(String rule) {
        return new ProposeMajor(
                rule, "impact %s on a service of tier %s".formatted(impact == null ? "unknown" : impact.word(), tier));
    }
}
