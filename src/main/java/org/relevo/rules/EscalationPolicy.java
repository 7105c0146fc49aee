package org.relevo.rules;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation does, level by level.
 *
 * @param repeat how long after an acknowledgement without any activity it begins anew; null for never
 * @param giveUp how long after its start it ends by itself
 * @param levels in the order in which they are reached
 */
public record EscalationPolicy(String name, @Nullable Duration repeat, Duration giveUp, List<EscalationLevel> levels) {

    /** One level that tells an audience at once. */
    public static EscalationPolicy telling(Audience audience, int percent) {
        var level = new EscalationLevel(1, new After(percent, null), audience, null, 0, null, null);
        return new EscalationPolicy("tell " + audience, null, Duration.ofDays(7), List.of(level));
    }
}
