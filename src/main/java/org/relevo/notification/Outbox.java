package org.relevo.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leaves the machine: written in the caller's transaction, sent after its commit, once per unique key. */
public interface Outbox {

    void add(List<Mail> mails, Instant at);

    /** Withdraws the mails of escalations that nobody has sent yet. */
    void withdraw(Collection<Long> escalations);

    /** The mails of escalations, oldest first. */
    List<Entry> of(Collection<Long> escalations);

    /**
     * One mail and what became of it.
     *
     * @param state {@code PENDING}, {@code SENDING}, {@code RETRYING}, {@code SENT}, {@code FAILED} or {@code CANCELLED}
     * @param problem why it could not be delivered so far
     */
    record Entry(
            long id,
            long escalation,
            @Nullable String username,
            String recipient,
            String state,
            @Nullable Instant sentAt,
            @Nullable String problem) {}
}
