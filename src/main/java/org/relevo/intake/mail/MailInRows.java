package org.relevo.intake.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of mails that came in. */
@Repository
class MailInRows {

    static final int TRIES = 3;

    private final JdbcClient jdbc;

    MailInRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mail and what became of it.
     *
     * @param kept whether it failed and is there to be tried again
     */
    record Row(
            long id,
            String sender,
            String subject,
            long size,
            Instant at,
            Outcome outcome,
            String reason,
            @Nullable String workItem,
            boolean answered,
            boolean kept) {

        public String sizeText() {
            return Letter.size(size);
        }
    }

    /** Takes a mail for handling in this transaction, and answers its id; empty where it was handled before. */
    Optional<Long> take(Letter letter, Instant at) {
        return jdbc.sql("""
                        insert into mail_in (key, message_id, sender, subject, size, received_at, outcome, reason)
                        values (?, ?, ?, ?, ?, ?, 'RETRYING', '')
                        on conflict (key) do update set attempts = mail_in.attempts + 1
                        where mail_in.outcome = 'RETRYING' returning id
                        """)
                .params(Arrays.asList(
                        letter.key(),
                        letter.messageId(),
                        letter.from(),
                        letter.subject(),
                        letter.size(),
                        at.atOffset(ZoneOffset.UTC)))
                .query(Long.class)
                .optional();
    }

    void settle(long id, Verdict verdict, boolean answered) {
        jdbc.sql("update mail_in set outcome = ?, reason = ?, work_item = ?, answered = ? where id = ?")
                .params(Arrays.asList(
                        verdict.outcome().name(),
                        verdict.reason(),
                        verdict.workItem() == null ? null : verdict.workItem().value(),
                        answered,
                        id))
                .update();
    }

    /** Notes that a mail could not be handled, and answers whether that is final. */
    boolean failed(Letter letter, String problem, Instant at) {
        var id = take(letter, at);
        if (id.isEmpty()) {
            return true;
        }
        return jdbc.sql("""
                        update mail_in set reason = ?, outcome = case when attempts >= ? then 'FAILED' else 'RETRYING' end
                        where id = ? returning outcome = 'FAILED'
                        """)
                .params(problem, TRIES, id.get())
                .query(Boolean.class)
                .single();
    }

    /** How many of a sender's mails had an effect since an instant, or would have had one; acknowledgements do not count. */
    long handledSince(String sender, Instant since) {
        return jdbc.sql("""
                        select count(*) from mail_in
                        where sender = ? and received_at > ? and outcome in ('NOTED', 'RAISED', 'TOO_MANY')
                        """)
                .params(sender, since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    long answeredSince(String sender, Instant since) {
        return jdbc.sql("select count(*) from mail_in where sender = ? and received_at > ? and answered")
                .params(sender, since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The newest first; with an outcome, those that came to it. */
    List<Row> newest(@Nullable Outcome outcome, int limit) {
        return jdbc.sql("""
                        select *, exists (select from mail_in_kept k where k.mail_in = mail_in.id) as kept
                        from mail_in where (?::text is null or outcome = ?)
                        order by received_at desc, id desc limit ?
                        """)
                .params(Arrays.asList(
                        outcome == null ? null : outcome.name(), outcome == null ? null : outcome.name(), limit))
                .query(MailInRows::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("sender"),
                row.getString("subject"),
                row.getLong("size"),
                row.getTimestamp("received_at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("work_item"),
                row.getBoolean("answered"),
                row.getBoolean("kept"));
    }
}
