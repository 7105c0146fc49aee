package org.relevo.notification;

import java.time.Instant;

/**
 * A mail server has said that a mail of ours cannot be delivered, now or ever, to the recipient of an escalation.
 *
 * @param messageId the {@code Message-ID} of our mail, as the outbox has it
 * @param status the enhanced status code, such as {@code 5.1.1}
 */
public record BounceReceived(String messageId, String recipient, String status, Instant at) {}
