package org.relevo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to whom, when, and what the mail server answered. For service managers and administrators. */
@Service
public class MailLog {

    private static final String MATCHES = """
             from outbox where (:state::text is null or state = :state)
             and (:work_item::text is null or work_item = :work_item)
             and (:words::text is null or recipient ilike :words or username ilike :words or work_item ilike :words)
            """;

    private final JdbcClient jdbc;
    private final WakeUp wakeUp;
    private final Audit audit;
    private final Clock clock;

    MailLog(JdbcClient jdbc, WakeUp wakeUp, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which mails are asked for.
     *
     * @param words part of a recipient's address or username or of a case's number
     */
    public record Filter(
            @Nullable String state,
            @Nullable String workItem,
            @Nullable String words) {

        @Nullable
        String pattern() {
            return words == null || words.isBlank()
                    ? null
                    : "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }
    }

    public long count(Actor by, Filter filter) {
        reader(by);
        return asked("select count(*)" + MATCHES, filter).query(Long.class).single();
    }

    /** Newest first. */
    public List<LoggedMail> list(Actor by, Filter filter, int limit, long offset) {
        reader(by);
        return asked("select *" + MATCHES + " order by id desc limit :limit offset :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(MailLog::mail)
                .list();
    }

    /** How many mails will not be delivered unless somebody acts. */
    public long undelivered(Actor by) {
        reader(by);
        return jdbc.sql("select count(*) from outbox where state in ('REFUSED', 'DEAD')")
                .query(Long.class)
                .single();
    }

    public LoggedMail get(Actor by, long id) {
        reader(by);
        return jdbc.sql("select * from outbox where id = :id")
                .param("id", id)
                .query(MailLog::mail)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("There is no mail %d.".formatted(id)));
    }

    public List<LoggedMail.Attempt> attempts(Actor by, long id) {
        reader(by);
        return jdbc.sql("select * from mail_attempt where mail = :id order by id desc limit 500")
                .param("id", id)
                .query((row, i) -> new LoggedMail.Attempt(
                        row.getInt("attempt"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("outcome"),
                        row.getString("answer"),
                        row.getString("node")))
                .list();
    }

    /** Tries an undeliverable mail again, for another 72 hours, under the same Message-ID. */
    @Transactional
    public void sendAgain(Actor by, long id) {
        var mail = get(by, id);
        var now = clock.instant();
        var changed = jdbc.sql("""
                        update outbox set state = 'PENDING', next_attempt_at = :now, give_up_at = :give_up
                        where id = :id and state in ('REFUSED', 'DEAD')
                        """)
                .param("now", Timestamp.from(now))
                .param("give_up", Timestamp.from(now.plus(MailRows.GIVE_UP)))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new Refusal.Conflict("Mail %d is %s. Only one that was refused or given up can be sent again."
                    .formatted(id, mail.state()));
        }
        audit.record(by.name(), "sent a mail again", String.valueOf(id), mail.recipient());
        wakeUp.afterCommit();
    }

    private JdbcClient.StatementSpec asked(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("state", filter.state())
                .param("work_item", filter.workItem())
                .param("words", filter.pattern());
    }

    private static void reader(Actor by) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
    }

    private static LoggedMail mail(ResultSet row, int index) throws SQLException {
        var next = "DEFERRED".equals(row.getString("state")) ? "not_before" : "next_attempt_at";
        return new LoggedMail(
                row.getLong("id"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("state"),
                row.getBoolean("urgent"),
                row.getString("work_item"),
                row.getString("username"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                MailRows.instant(row.getTimestamp("sent_at")),
                MailRows.instant(row.getTimestamp(next)),
                row.getString("smtp_answer"));
    }
}
