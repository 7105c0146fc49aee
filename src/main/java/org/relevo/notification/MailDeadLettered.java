package org.relevo.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail could not be delivered for 72 hours and is no longer tried.
 *
 * @param problem what the mail server said last, or why it was not reached
 */
public record MailDeadLettered(
        @Nullable String workItem,
        @Nullable Long escalation,
        @Nullable String username,
        String recipient,
        String problem,
        Instant at) {}
