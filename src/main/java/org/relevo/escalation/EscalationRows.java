package org.relevo.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Audience;
import org.relevo.rules.Escalate;
import org.relevo.rules.Metric;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the tables of escalations and of the links that acknowledge them. */
@Repository
class EscalationRows {

    private final JdbcTemplate jdbc;

    EscalationRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a level of an escalation unless it was added before, and answers its id where it was added. */
    Optional<Long> add(WorkItemNumber number, long commitment, Escalate decided, Instant at) {
        return jdbc
                .queryForList(
                        """
                        insert into escalation (work_item, commitment, metric, level, audience, at, rule, because)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commitment, level, audience) do nothing returning id
                        """,
                        Long.class,
                        number.value(),
                        commitment,
                        decided.metric().name(),
                        decided.level(),
                        decided.audience().name(),
                        Timestamp.from(at),
                        decided.rule(),
                        decided.because())
                .stream()
                .findFirst();
    }

    List<Escalation> of(WorkItemNumber number) {
        return jdbc.query(
                "select * from escalation where work_item = ? order by at, id",
                (row, i) -> new Escalation(
                        row.getLong("id"),
                        Metric.valueOf(row.getString("metric")),
                        row.getInt("level"),
                        Audience.valueOf(row.getString("audience")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("rule"),
                        row.getString("because"),
                        List.of(),
                        instant(row.getTimestamp("ended_at")),
                        row.getString("end_reason")),
                number.value());
    }

    /** Ends the escalations of a case that go on, and answers their ids. */
    List<Long> end(WorkItemNumber number, Instant at, String reason) {
        return jdbc.queryForList(
                "update escalation set ended_at = ?, end_reason = ? where work_item = ? and ended_at is null returning id",
                Long.class,
                Timestamp.from(at),
                reason,
                number.value());
    }

    void addLink(byte[] tokenHash, long escalation, String username, Instant expires) {
        jdbc.update("""
                insert into acknowledge_link (token_hash, escalation, work_item, username, expires_at)
                select ?, id, work_item, ?, ? from escalation where id = ?
                """, tokenHash, username, Timestamp.from(expires), escalation);
    }

    /** A link as it was sent. */
    record Link(
            WorkItemNumber workItem,
            long escalation,
            String username,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String endReason) {}

    Optional<Link> link(byte[] tokenHash) {
        return jdbc
                .query(
                        """
                        select l.*, e.end_reason from acknowledge_link l join escalation e on e.id = l.escalation
                        where l.token_hash = ?
                        """,
                        (row, i) -> new Link(
                                new WorkItemNumber(row.getString("work_item")),
                                row.getLong("escalation"),
                                row.getString("username"),
                                row.getTimestamp("expires_at").toInstant(),
                                instant(row.getTimestamp("used_at")),
                                row.getString("end_reason")),
                        (Object) tokenHash)
                .stream()
                .findFirst();
    }

    /** Marks a link as used; false where somebody has used it before. */
    boolean use(byte[] tokenHash, Instant at) {
        return jdbc.update(
                        "update acknowledge_link set used_at = ? where token_hash = ? and used_at is null",
                        Timestamp.from(at),
                        tokenHash)
                == 1;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
