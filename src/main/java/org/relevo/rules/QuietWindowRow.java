package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code quiet-windows.csv}: for how many days nothing of the same signature may happen before a corrective action
 * counts as effective.
 *
 * @param tier null for every tier that has no row of its own
 */
public record QuietWindowRow(
        int row, Priority priority, @Nullable String tier, int days) {

    public WatchEffect watch(String rule) {
        return new WatchEffect(
                days, rule, "%d quiet days for a %s%s".formatted(days, priority, tier == null ? "" : ", tier " + tier));
    }
}
