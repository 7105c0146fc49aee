package org.relevo.watchdog;

import java.sql.Timestamp;
import java.time.Instant;
import org.relevo.platform.TaskProgress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether the scheduler gets on with a task, on any node. */
@Component
class Pace {

    private final JdbcTemplate jdbc;
    private final TaskProgress progress;
    private final ThisNode node;

    Pace(JdbcTemplate jdbc, TaskProgress progress, ThisNode node) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.node = node;
    }

    /** Tells the other nodes how far this one is. A clock that is ahead does not make its progress last longer. */
    void tell() {
        progress.last().forEach((task, at) -> jdbc.update("""
                insert into task_progress (task, node, at) values (?, ?, least(?, clock_timestamp()))
                on conflict (task, node) do update set at = excluded.at where task_progress.at <> excluded.at
                """, task, node.name(), Timestamp.from(at)));
    }

    /** Whether an execution of a task has been carried out since an instant. */
    boolean movesSince(String task, Instant since) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from task_progress where task = ? and at > ?)",
                Boolean.class,
                task,
                Timestamp.from(since)));
    }
}
