package org.relevo.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What leaves the machine: written in the caller's transaction, sent after its commit, once per unique key. */
public interface Outbox {

    void add(List<Mail> mails, Instant at);

    /** Withdraws the mails of escalations that nobody has sent yet. */
    void withdraw(Collection<Long> escalations);

    /** The mails of escalations, oldest first. */
    List<Entry> of(Collection<Long> escalations);

    /** What became of the mails with these keys, by key. */
    Map<String, Fate> fates(Collection<String> uniqueKeys);

    /** The mail that went out under a {@code Message-ID}, angle brackets and all. */
    Optional<Sent> byMessageId(String messageId);

    /**
     * A mail as an answer to it finds it again.
     *
     * @param workItem number of the case it is about
     * @param escalation the level that it told the recipient about
     * @param username the recipient, where it went to a person who signs in
     */
    record Sent(
            long id,
            String messageId,
            @Nullable String workItem,
            @Nullable Long escalation,
            @Nullable String username,
            String recipient) {}

    /**
     * What became of a mail.
     *
     * @param state as in {@link Entry}
     */
    record Fate(
            String uniqueKey,
            String state,
            @Nullable Instant sentAt,
            @Nullable String problem) {}

    /**
     * One mail and what became of it.
     *
     * @param state {@code PENDING}, {@code SENDING}, {@code RETRYING}, {@code DEFERRED} (waits for the digest after quiet
     *     hours), {@code SENT}, {@code DIGESTED} (was told in a digest), {@code UNWANTED}, {@code REFUSED}, {@code DEAD}
     *     (given up) or {@code CANCELLED}
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
