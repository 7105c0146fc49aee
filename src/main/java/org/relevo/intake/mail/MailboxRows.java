package org.relevo.intake.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes how the reading of a mailbox goes. */
@Repository
class MailboxRows {

    private final JdbcClient jdbc;

    MailboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How the reading goes.
     *
     * @param readAt when it was last read to the end
     * @param failures how often it could not be read since
     */
    record Standing(
            @Nullable Instant readAt,
            int failures,
            @Nullable Instant downSince,
            @Nullable String problem) {

        static final Standing NEVER_READ = new Standing(null, 0, null, null);
    }

    Optional<Standing> of(String mailbox) {
        return jdbc.sql("select * from mail_in_mailbox where name = ?")
                .param(mailbox)
                .query((row, i) -> new Standing(
                        instant(row.getTimestamp("read_at")),
                        row.getInt("failures"),
                        instant(row.getTimestamp("down_since")),
                        row.getString("problem")))
                .optional();
    }

    void read(String mailbox, Instant at) {
        jdbc.sql("""
                        insert into mail_in_mailbox (name, read_at) values (?, ?)
                        on conflict (name) do update set read_at = excluded.read_at, failures = 0, down_since = null,
                            problem = null
                        """).params(mailbox, at.atOffset(ZoneOffset.UTC)).update();
    }

    void notRead(String mailbox, String problem, Instant at) {
        jdbc.sql("""
                        insert into mail_in_mailbox (name, failures, down_since, problem) values (?, 1, ?, ?)
                        on conflict (name) do update set failures = mail_in_mailbox.failures + 1,
                            down_since = coalesce(mail_in_mailbox.down_since, excluded.down_since),
                            problem = excluded.problem
                        """).params(mailbox, at.atOffset(ZoneOffset.UTC), problem).update();
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
