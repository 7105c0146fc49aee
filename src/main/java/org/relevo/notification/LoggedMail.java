package org.relevo.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the mail log.
 *
 * @param state as {@link Outbox.Entry} explains it
 * @param next when it is tried again, or delivered where it waits for the end of quiet hours
 * @param answer what the mail server said last
 */
public record LoggedMail(
        long id,
        MailKind kind,
        String state,
        boolean urgent,
        @Nullable String workItem,
        @Nullable String username,
        String recipient,
        String subject,
        String messageId,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant next,
        @Nullable String answer) {

    /** A further 72 hours can be asked for. */
    public boolean canBeSentAgain() {
        return List.of("DEAD", "REFUSED").contains(state);
    }

    /**
     * One try to deliver it.
     *
     * @param outcome {@code SENT}, {@code RETRYING}, {@code REFUSED} or {@code DEAD}
     * @param node the node that tried
     */
    public record Attempt(int number, Instant at, String outcome, String answer, String node) {}
}
