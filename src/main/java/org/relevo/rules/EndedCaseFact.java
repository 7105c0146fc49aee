package org.relevo.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case that is over, or a project whose threshold was breached, when the rules say whether it is to be analysed.
 *
 * @param type the type of case, such as {@code INCIDENT}; {@code PROJECT} for a project
 * @param breached what was agreed and broken
 * @param daysSinceEarlier for each earlier case of the same signature, how many days before this one it was raised
 * @param userMinutes users affected times minutes; null where nobody knows how many users there were
 */
public record EndedCaseFact(
        String type,
        Priority priority,
        @Nullable String tier,
        List<Metric> breached,
        List<Integer> daysSinceEarlier,
        @Nullable Long userMinutes)
        implements Fact {

    public EndedCaseFact {
        breached = List.copyOf(Objects.requireNonNullElse(breached, List.of()));
        daysSinceEarlier = List.copyOf(Objects.requireNonNullElse(daysSinceEarlier, List.of()));
    }
}
