package org.relevo.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what. Entries are written in the transaction of the change and are never altered. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action what was done, in the past tense
     * @param details what changed; never a secret
     */
    public void record(String byWhom, String action, String subject, @Nullable String details) {
        jdbc.sql(
                        "insert into audit_event (at, by_whom, action, subject, details) values (:at, :by, :action, :subject, :details)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", byWhom)
                .param("action", action)
                .param("subject", subject)
                .param("details", details)
                .update();
    }
}
