package org.relevo.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail server has refused a recipient for good: who was to be told was not, and will not be. */
public record MailRefused(
        @Nullable String workItem,
        @Nullable Long escalation,
        @Nullable String username,
        String recipient,
        String smtpAnswer,
        Instant at) {}
