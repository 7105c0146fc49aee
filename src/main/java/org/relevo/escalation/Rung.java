package org.relevo.escalation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Audience;
import org.relevo.rules.TellingTime;

/**
 * A level of an escalation and one of its audiences, as it was frozen when the escalation started.
 *
 * @param after in the policy's words: {@code 75 %} of the target, or {@code PT10M} after the level before
 * @param at when it is reached; null where that depends on an amount that nobody has reported yet
 * @param percent the share of the target it stands for, where it stands for one
 * @param remind how often those told are reminded; null for never
 * @param when the recipient's days and hours at which it tells; null for any
 * @param task what the escalation process does at this level beyond telling people; null for nothing
 */
public record Rung(
        int level,
        String after,
        @Nullable Instant at,
        @Nullable Integer percent,
        Audience audience,
        @Nullable Duration remind,
        int reminders,
        @Nullable TellingTime when,
        @Nullable String task) {

    Rung movedTo(@Nullable Instant instant) {
        return new Rung(level, after, instant, percent, audience, remind, reminders, when, task);
    }

    /** When it is reached, or its n-th reminder is due. */
    @Nullable
    Instant at(int reminder) {
        return at == null || remind == null ? at : at.plus(remind.multipliedBy(reminder));
    }
}
