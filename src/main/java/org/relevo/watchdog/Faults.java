package org.relevo.watchdog;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts faults: a row for each. */
@Repository
class Faults {

    private final JdbcTemplate jdbc;

    Faults(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Fault fault) {
        jdbc.update(
                """
                insert into watchdog_fault (at, kind, subject, work_item, due_at, late_ms, node) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, subject, due_at) do nothing
                """,
                Timestamp.from(fault.at()),
                fault.kind(),
                fault.subject(),
                fault.workItem(),
                Timestamp.from(fault.dueAt()),
                fault.late().toMillis(),
                fault.node());
    }

    List<Fault> since(Instant instant, int limit) {
        return jdbc.query(
                "select * from watchdog_fault where at >= ? order by at desc, id desc limit ?",
                (row, i) -> new Fault(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getLong("subject"),
                        row.getString("work_item"),
                        row.getTimestamp("due_at").toInstant(),
                        Duration.ofMillis(row.getLong("late_ms")),
                        row.getString("node")),
                Timestamp.from(instant),
                limit);
    }

    long countSince(Instant instant) {
        var count = jdbc.queryForObject(
                "select count(*) from watchdog_fault where at >= ?", Long.class, Timestamp.from(instant));
        return count == null ? 0 : count;
    }
}
