package org.relevo.escalation;

import org.jspecify.annotations.Nullable;

/**
 * What an escalation mail says.
 *
 * @param percent of the target that is used
 * @param reminder 0 when the level was reached, then one more for each reminder
 * @param late whether it is told later than it should have been
 * @param acknowledgedBy username of the one who had acknowledged it, where nothing followed and it begins anew
 */
public record Message(
        int level,
        int percent,
        int reminder,
        boolean late,
        @Nullable String acknowledgedBy) {}
