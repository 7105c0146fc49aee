package org.relevo.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what waited for the end of somebody's quiet hours into one mail. */
@Service
class Digests {

    private static final Logger log = LoggerFactory.getLogger(Digests.class);

    private final JdbcTemplate jdbc;
    private final MailRows rows;
    private final DigestMail digests;
    private final People people;

    Digests(JdbcTemplate jdbc, MailRows rows, DigestMail digests, People people) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.digests = digests;
        this.people = people;
    }

    /** A mail that waited. */
    record Waited(long id, @Nullable String workItem, String recipient, String subject, Instant at) {}

    /** Those whose quiet hours are over and for whom something waits. */
    public List<String> due(Instant now) {
        return jdbc.queryForList(
                "select distinct username from outbox where state = 'DEFERRED' and not_before <= ?",
                String.class,
                Timestamp.from(now));
    }

    /** Writes a person's digest in the transaction that ends the waiting, so that each mail is told once. */
    @Transactional
    public void write(String username, Instant now) {
        var waited = jdbc.query(
                """
                select id, work_item, recipient, subject, created_at from outbox
                where username = ? and state = 'DEFERRED' and not_before <= ? order by id for update
                """,
                (row, i) -> new Waited(
                        row.getLong("id"),
                        row.getString("work_item"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getTimestamp("created_at").toInstant()),
                username,
                Timestamp.from(now));
        if (waited.isEmpty()) {
            return;
        }
        var person = people.find(username).orElse(null);
        if (person == null || !person.enabled()) {
            log.info("{} is told nothing any more; {} mails that waited are dropped", username, waited.size());
            end(waited, "UNWANTED", null);
            return;
        }
        var mail = digests.write(person, waited);
        rows.add(List.of(new MailRows.Planned(mail, Delivery.AT_ONCE)), now);
        end(waited, "DIGESTED", mail.uniqueKey());
    }

    private void end(List<Waited> waited, String state, @Nullable String digest) {
        jdbc.update(
                "update outbox set state = ?, digest = (select id from outbox where unique_key = ?) where id = any (?)",
                state,
                digest,
                waited.stream().map(Waited::id).toArray(Long[]::new));
    }
}
