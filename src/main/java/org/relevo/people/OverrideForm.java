package org.relevo.people;

import org.jspecify.annotations.Nullable;

/**
 * What is entered of somebody who stands in, as typed.
 *
 * @param person username of who stands in
 * @param from wall time in the team's zone, {@code 2026-01-31T08:00}, or a time with its offset
 * @param to when it ends, likewise
 */
public record OverrideForm(String layer, String person, String from, String to, String reason) {

    public OverrideForm(
            @Nullable String layer,
            @Nullable String person,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {
        this.layer = Moments.typed(layer);
        this.person = Moments.typed(person);
        this.from = Moments.typed(from);
        this.to = Moments.typed(to);
        this.reason = Moments.typed(reason);
    }
}
