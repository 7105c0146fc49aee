package org.relevo.rules;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code escalation-levels.csv}: whom an escalation tells at one of its levels.
 *
 * @param remind how often those told are reminded; null for never
 * @param reminders how many times at most
 * @param when the recipient's days and hours at which this level tells; null for any
 * @param task what the escalation process does at this level beyond telling people; null for nothing
 */
public record EscalationLevel(
        int level,
        After after,
        Audience audience,
        @Nullable Duration remind,
        int reminders,
        @Nullable TellingTime when,
        @Nullable String task) {}
