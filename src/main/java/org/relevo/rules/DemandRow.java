package org.relevo.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rca-demands.csv}: what about a case that is over demands its root-cause analysis.
 *
 * @param type the type of case it is meant for
 * @param priority null for every one
 * @param metric what was broken, where the cause is a breach
 * @param atLeast occurrences (this one included) or user minutes, where the cause counts any
 * @param within the days in which a repeat counts
 * @param owner who becomes accountable for the analysis
 */
public record DemandRow(
        int row,
        String type,
        Cause cause,
        @Nullable Priority priority,
        @Nullable Metric metric,
        int atLeast,
        int within,
        Owner owner) {

    /** What demands it. */
    public enum Cause {
        /** It was resolved, and its priority is reason enough. */
        RESOLVED,
        /** What was agreed on it was broken. */
        BREACH,
        /** The same was seen before. */
        REPEAT,
        /** Users affected times minutes. */
        USER_MINUTES;

        static Optional<Cause> read(String text) {
            return Arrays.stream(values())
                    .filter(one -> words(one.name()).equals(text))
                    .findFirst();
        }
    }

    /** Who becomes accountable. */
    public enum Owner {
        SERVICE_OWNER,
        ASSIGNEE;

        static Optional<Owner> read(String text) {
            return Arrays.stream(values())
                    .filter(one -> words(one.name()).equals(text))
                    .findFirst();
        }
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean isFor(EndedCaseFact ended) {
        return type.equals(ended.type())
                && (priority == null || priority == ended.priority())
                && switch (cause) {
                    case RESOLVED -> true;
                    case BREACH -> metric != null && ended.breached().contains(metric);
                    case REPEAT -> occurrences(ended) >= atLeast && occurrences(ended) > 1;
                    case USER_MINUTES -> ended.userMinutes() != null && ended.userMinutes() >= atLeast;
                };
    }

    private long occurrences(EndedCaseFact ended) {
        return 1
                + ended.daysSinceEarlier().stream()
                        .filter(days -> days <= within)
                        .count();
    }

    public DemandRca demand(EndedCaseFact ended, String rule) {
        return new DemandRca(
                owner,
                rule,
                switch (cause) {
                    case RESOLVED -> "it was a %s".formatted(ended.priority());
                    case BREACH -> "the %s target was breached".formatted(metric == null ? "" : metric.word());
                    case REPEAT ->
                        "it happened %d times within %d days, %d are allowed"
                                .formatted(occurrences(ended), within, atLeast - 1);
                    case USER_MINUTES ->
                        "it cost %,d user minutes, the threshold is %,d".formatted(ended.userMinutes(), atLeast);
                });
    }
}
