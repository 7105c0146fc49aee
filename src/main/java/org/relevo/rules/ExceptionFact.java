package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A project that does not keep to a tolerance, when the rules say what it owes those who decide about it.
 *
 * @param metric what the tolerance measures
 * @param forecast whether it only will not keep to it
 * @param level {@code TABLE} or {@code SPONSOR}: who set the tolerance
 * @param calendar key of the calendar that the project manager works by; null where there is none
 */
public record ExceptionFact(
        Metric metric,
        boolean forecast,
        String level,
        @Nullable String calendar) implements Fact {

    /** The same as a case, as the table of calendars reads it. */
    CaseFact asCase() {
        return new CaseFact("EXCEPTION", null, null, null, null, null, null, calendar, null, null);
    }
}
