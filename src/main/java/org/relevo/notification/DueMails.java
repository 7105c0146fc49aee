package org.relevo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Lends out the mails that are due, to one node each, and notes what became of them. */
@Repository
class DueMails {

    /** Longer than a batch may take; after it the node counts as dead and its mails are sent again. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcTemplate jdbc;
    private final String node;

    DueMails(JdbcTemplate jdbc, @Value("${relevo.node:${HOSTNAME:relevo}}") String node) {
        this.jdbc = jdbc;
        this.node = "%s/%d".formatted(node, ProcessHandle.current().pid());
    }

    /**
     * A mail as it is about to be sent.
     *
     * @param attempt counted from 1; who holds an older one has lost the mail to another node
     */
    record Due(long id, Mail mail, String messageId, int attempt, Instant createdAt, Instant giveUpAt) {}

    /** Takes the most urgent and then the oldest of those that are due. */
    List<Due> take(int many, Instant now) {
        return jdbc.query("""
                        with due as (
                            select id from outbox where state in ('PENDING', 'RETRYING', 'SENDING') and next_attempt_at <= ?
                            order by urgent desc, created_at, id limit ? for update skip locked)
                        update outbox set state = 'SENDING', attempts = attempts + 1, next_attempt_at = ?
                        from due where outbox.id = due.id returning outbox.*,
                            exists (select from outbox_attachment a where a.mail = outbox.id) as attached
                        """, this::due, Timestamp.from(now), many, Timestamp.from(now.plus(LEASE))).stream()
                .sorted(Comparator.comparing((Due due) -> !due.mail().urgent())
                        .thenComparing(Due::createdAt)
                        .thenComparing(Due::id))
                .toList();
    }

    /** Whether a mail that was taken is still to be sent: it may have been withdrawn meanwhile. */
    boolean wanted(long id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from outbox where id = ? and state = 'SENDING')", Boolean.class, id));
    }

    /**
     * Notes the results of a batch in one statement, and answers the ids of those that were noted. A mail that was
     * withdrawn meanwhile, or that another node has taken over, is only noted where it was accepted.
     */
    List<Long> note(Collection<Result> results, Instant at) {
        return jdbc.queryForList(
                """
                with result as (
                    select * from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::timestamptz[])
                        as r (id, attempt, state, answer, next_attempt_at)),
                logged as (
                    insert into mail_attempt (mail, attempt, at, outcome, answer, node)
                    select id, attempt, ?::timestamptz, state, answer, ? from result where state <> 'PENDING'),
                accepted as (
                    delete from mail_address_problem problem using result join outbox on outbox.id = result.id
                    where result.state = 'SENT' and problem.address = lower(outbox.recipient))
                update outbox set state = result.state, next_attempt_at = result.next_attempt_at, smtp_answer = result.answer,
                    sent_at = case when result.state = 'SENT' then ?::timestamptz end,
                    problem = case when result.state in ('SENT', 'PENDING') then null else result.answer end
                from result where outbox.id = result.id and (result.state = 'SENT'
                    or outbox.state = 'SENDING' and outbox.attempts = result.attempt)
                returning outbox.id
                """,
                Long.class,
                column(results, result -> result.due().id()),
                column(results, result -> result.due().attempt()),
                column(results, result -> result.outcome().name()),
                column(results, Result::answer),
                column(results, result -> result.next() == null ? null : result.next()),
                Timestamp.from(at),
                node,
                Timestamp.from(at));
    }

    void refuses(String recipient, String answer, Instant at) {
        jdbc.update("""
                insert into mail_address_problem (address, answer, at) values (?, ?, ?)
                on conflict (address) do update set answer = excluded.answer, at = excluded.at
                """, recipient.toLowerCase(Locale.ROOT), answer, Timestamp.from(at));
    }

    private static Object column(Collection<Result> results, Function<Result, @Nullable Object> value) {
        return results.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    private Due due(ResultSet row, int index) throws SQLException {
        var mail = new Mail(
                row.getString("unique_key"),
                MailKind.valueOf(row.getString("kind")),
                row.getBoolean("urgent"),
                row.getString("work_item"),
                row.getObject("escalation", Long.class),
                row.getString("username"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                row.getString("answers"),
                row.getString("calendar"),
                row.getBoolean("attached") ? attachments(row.getLong("id")) : List.of());
        return new Due(
                row.getLong("id"),
                mail,
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("give_up_at").toInstant());
    }

    private List<Mail.Attachment> attachments(long id) {
        return jdbc.query(
                "select name, type, content from outbox_attachment where mail = ? order by position",
                (row, i) -> new Mail.Attachment(row.getString("name"), row.getString("type"), row.getBytes("content")),
                id);
    }
}
