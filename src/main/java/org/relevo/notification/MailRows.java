package org.relevo.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the table of outgoing mail, and reads what became of it. */
@Repository
class MailRows {

    /** For so long it is tried to deliver a mail. */
    static final Duration GIVE_UP = Duration.ofHours(72);

    private final JdbcTemplate jdbc;
    private final MailIdentity identity;

    MailRows(JdbcTemplate jdbc, MailIdentity identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /** A mail and what its recipient's preferences make of it. */
    record Planned(Mail mail, Delivery delivery) {}

    /** Adds those mails whose keys are not known. */
    void add(List<Planned> planned, Instant at) {
        jdbc.batchUpdate("""
                insert into outbox (unique_key, kind, urgent, work_item, escalation, username, recipient, subject, body_text,
                    body_html, message_id, state, created_at, next_attempt_at, not_before, give_up_at,
                    answers, calendar)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (unique_key) do nothing
                """, planned.stream().map(one -> row(one, at)).toList());
        planned.stream()
                .map(Planned::mail)
                .filter(mail -> !mail.attachments().isEmpty())
                .forEach(this::attach);
    }

    /** A mail that was there already has its files, too. */
    private void attach(Mail mail) {
        for (var i = 0; i < mail.attachments().size(); i++) {
            var file = mail.attachments().get(i);
            jdbc.update("""
                    insert into outbox_attachment (mail, position, name, type, content)
                    select id, ?, ?, ?, ? from outbox where unique_key = ? on conflict do nothing
                    """, i, file.name(), file.type(), file.content(), mail.uniqueKey());
        }
    }

    private @Nullable Object[] row(Planned planned, Instant at) {
        var mail = planned.mail();
        var delivery = planned.delivery();
        return new @Nullable Object[] {
            mail.uniqueKey(),
            mail.kind().name(),
            mail.urgent(),
            mail.workItem(),
            mail.escalation(),
            mail.username(),
            mail.recipient(),
            mail.subject(),
            mail.text(),
            mail.html(),
            identity.messageId(mail.uniqueKey()),
            delivery.state(),
            Timestamp.from(at),
            delivery.state().equals("PENDING") ? Timestamp.from(at) : null,
            delivery.notBefore() == null ? null : Timestamp.from(delivery.notBefore()),
            Timestamp.from(at.plus(GIVE_UP)),
            mail.answers(),
            mail.calendar()
        };
    }

    /**
     * Also those that are being sent: one that gets through is then noted as sent, one that does not is not tried again.
     * What waits for a digest stays: the digest says that it is settled.
     */
    void withdraw(Collection<Long> escalations) {
        jdbc.update(
                "update outbox set state = 'CANCELLED' where escalation = any (?) and state in ('PENDING', 'RETRYING', 'SENDING')",
                (Object) escalations.toArray(Long[]::new));
    }

    List<Outbox.Entry> of(Collection<Long> escalations) {
        return jdbc.query(
                "select * from outbox where escalation = any (?) order by id",
                (row, i) -> new Outbox.Entry(
                        row.getLong("id"),
                        row.getLong("escalation"),
                        row.getString("username"),
                        row.getString("recipient"),
                        row.getString("state"),
                        instant(row.getTimestamp("sent_at")),
                        row.getString("problem")),
                (Object) escalations.toArray(Long[]::new));
    }

    Map<String, Outbox.Fate> fates(Collection<String> uniqueKeys) {
        return jdbc
                .query(
                        "select unique_key, state, sent_at, problem from outbox where unique_key = any (?)",
                        (row, i) -> new Outbox.Fate(
                                row.getString("unique_key"),
                                row.getString("state"),
                                instant(row.getTimestamp("sent_at")),
                                row.getString("problem")),
                        (Object) uniqueKeys.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Outbox.Fate::uniqueKey, Function.identity()));
    }

    Optional<Outbox.Sent> byMessageId(String messageId) {
        return jdbc
                .query(
                        "select * from outbox where message_id = ? order by id limit 1",
                        (row, i) -> new Outbox.Sent(
                                row.getLong("id"),
                                row.getString("message_id"),
                                row.getString("work_item"),
                                row.getObject("escalation", Long.class),
                                row.getString("username"),
                                row.getString("recipient")),
                        messageId)
                .stream()
                .findFirst();
    }

    /** Notes that a mail which was accepted came back; false where that is known, or it was never accepted. */
    boolean bounced(long id, String problem) {
        return jdbc.update(
                        "update outbox set state = 'REFUSED', problem = ? where id = ? and state = 'SENT'", problem, id)
                == 1;
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
