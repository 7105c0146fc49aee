package org.relevo.people;

import org.jspecify.annotations.Nullable;

/**
 * What is entered of an absence, as typed.
 *
 * @param from wall time in the person's zone, {@code 2026-01-31T08:00}
 * @param to when the person is back, likewise
 */
public record AbsenceForm(String from, String to, String reason) {

    public AbsenceForm(@Nullable String from, @Nullable String to, @Nullable String reason) {
        this.from = Moments.typed(from);
        this.to = Moments.typed(to);
        this.reason = Moments.typed(reason);
    }
}
