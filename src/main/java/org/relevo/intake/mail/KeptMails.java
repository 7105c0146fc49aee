package org.relevo.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that could not be handled, as they came. */
@Repository
class KeptMails {

    private static final Duration FOR = Duration.ofDays(90);

    private final JdbcClient jdbc;

    KeptMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Letter letter, RawMail raw, Instant at) {
        jdbc.sql("delete from mail_in_kept where kept_at < ?")
                .param(at.minus(FOR).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into mail_in_kept (mail_in, bytes, too_large, kept_at)
                        select id, ?, ?, ? from mail_in where key = ? on conflict (mail_in) do nothing
                        """)
                .params(raw.bytes(), raw.tooLarge(), at.atOffset(ZoneOffset.UTC), letter.key())
                .update();
    }

    /** A mail that has failed, for whoever is first to take it: its state is that of one not handled yet. */
    Optional<RawMail> take(long id) {
        return jdbc.sql("""
                        update mail_in set outcome = 'RETRYING' from mail_in_kept kept
                        where mail_in.id = ? and kept.mail_in = mail_in.id and outcome = 'FAILED'
                        returning kept.bytes, mail_in.size, kept.too_large
                        """)
                .param(id)
                .query((row, i) -> new RawMail(row.getBytes(1), row.getLong(2), row.getBoolean(3)))
                .optional();
    }

    void forget(long id) {
        jdbc.sql("delete from mail_in_kept where mail_in = ?").param(id).update();
    }

    void failedAgain(long id, String problem) {
        jdbc.sql("update mail_in set reason = ?, attempts = attempts + 1 where id = ? and outcome = 'FAILED'")
                .params(problem, id)
                .update();
    }
}
