package org.relevo.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code calendars.csv}: by whose calendar the commitments it is meant for count.
 *
 * @param agreement the agreement it is meant for; null for every one; so for metric, priority and tier
 * @param whose whose calendar; null where {@code key} names one
 * @param key of the calendar itself
 */
public record CalendarRow(
        int row,
        @Nullable Agreement agreement,
        @Nullable Metric metric,
        @Nullable Priority priority,
        @Nullable String tier,
        @Nullable Whose whose,
        @Nullable String key) {

    /** Whose calendar counts. */
    public enum Whose {
        SERVICE,
        TEAM,
        CALLER,
        CONTRACT
    }

    boolean isFor(CaseFact fact, TargetRow target) {
        return (agreement == null || agreement == target.agreement())
                && (metric == null || metric == target.metric())
                && (priority == null || priority == target.priority())
                && (tier == null || tier.equals(fact.tier()));
    }

    /** The calendar that this row means for a case; null where the one it names has none. */
    @Nullable
    String calendarOf(CaseFact fact) {
        if (whose == null) {
            return key;
        }
        return switch (whose) {
            case SERVICE -> fact.serviceCalendar();
            case TEAM -> fact.teamCalendar();
            case CALLER -> fact.callerCalendar();
            case CONTRACT -> fact.contractCalendar();
        };
    }

    String because() {
        return whose == null
                ? "row %d of the table of calendars names it".formatted(row)
                : "it is the %s's calendar, which row %d of the table of calendars asks for"
                        .formatted(whose.name().toLowerCase(Locale.ROOT), row);
    }
}
