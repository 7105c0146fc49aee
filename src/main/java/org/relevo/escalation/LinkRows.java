package org.relevo.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of the links that acknowledge. */
@Repository
class LinkRows {

    private final JdbcTemplate jdbc;

    LinkRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] tokenHash, long escalation, String username, Instant expires) {
        jdbc.update("""
                insert into acknowledge_link (token_hash, escalation, work_item, username, expires_at)
                select ?, id, work_item, ?, ? from escalation where id = ?
                """, tokenHash, username, Timestamp.from(expires), escalation);
    }

    /** A link as it was sent. */
    record Link(
            WorkItemNumber workItem,
            String username,
            Instant expiresAt,
            @Nullable Instant usedAt,
            boolean settled) {}

    Optional<Link> find(byte[] tokenHash) {
        return jdbc
                .query(
                        """
                        select l.*, e.ended_at is not null or e.acknowledged_at is not null as settled
                        from acknowledge_link l join escalation e on e.id = l.escalation where l.token_hash = ?
                        """,
                        (row, i) -> new Link(
                                new WorkItemNumber(row.getString("work_item")),
                                row.getString("username"),
                                row.getTimestamp("expires_at").toInstant(),
                                row.getTimestamp("used_at") == null
                                        ? null
                                        : row.getTimestamp("used_at").toInstant(),
                                row.getBoolean("settled")),
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
}
