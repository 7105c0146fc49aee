package org.relevo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of outgoing mail. */
@Repository
class MailRows {

    private final JdbcTemplate jdbc;

    MailRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail as it is about to be sent. */
    record Due(Mail mail, String messageId, int attempts, Instant createdAt) {}

    /** Adds a mail unless its key is known, and answers its id where it was added. */
    Optional<Long> add(Mail mail, Instant at) {
        return jdbc
                .queryForList(
                        """
                        insert into outbox (unique_key, work_item, escalation, username, recipient, subject, body_text,
                            body_html, message_id, state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?)
                        on conflict (unique_key) do nothing returning id
                        """,
                        Long.class,
                        mail.uniqueKey(),
                        mail.workItem(),
                        mail.escalation(),
                        mail.username(),
                        mail.recipient(),
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        "<%s@relevo>".formatted(UUID.randomUUID()),
                        Timestamp.from(at))
                .stream()
                .findFirst();
    }

    /** Also those that are being sent: one that gets through is then noted as sent, one that does not is not tried again. */
    void withdraw(Collection<Long> escalations) {
        jdbc.update(
                "update outbox set state = 'CANCELLED' where escalation = any (?) and state in ('PENDING', 'RETRYING', 'SENDING')",
                (Object) escalations.toArray(Long[]::new));
    }

    /** Takes a mail for sending, if it still is to be sent. */
    Optional<Due> take(long id) {
        return jdbc.query("""
                        update outbox set state = 'SENDING', attempts = attempts + 1
                        where id = ? and state in ('PENDING', 'RETRYING', 'SENDING') returning *
                        """, MailRows::due, id).stream().findFirst();
    }

    void sent(long id, Instant at) {
        jdbc.update(
                "update outbox set state = 'SENT', sent_at = ?, problem = null where id = ?", Timestamp.from(at), id);
    }

    /** Notes a failure, and answers whether the mail is still wanted: it may have been withdrawn meanwhile. */
    boolean notSent(long id, String state, String problem) {
        return jdbc.update(
                        "update outbox set state = ?, problem = ? where id = ? and state = 'SENDING'",
                        state,
                        problem,
                        id)
                == 1;
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

    private static Due due(ResultSet row, int index) throws SQLException {
        var escalation = row.getObject("escalation", Long.class);
        var mail = new Mail(
                row.getString("unique_key"),
                row.getString("work_item"),
                escalation,
                row.getString("username"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"));
        return new Due(
                mail,
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
