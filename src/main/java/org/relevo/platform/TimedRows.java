package org.relevo.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of time-driven work beside the scheduled executions that do it. Its rows have an {@code id}, the {@code
 * work_item} that they belong to, {@code next_at} and {@code ended_at}; an execution's instance is the row's id.
 */
public final class TimedRows {

    /** An execution that is being carried out moves itself, and one that failed waits longer each time, on purpose. */
    private static final String ASTRAY = """
            from %1$s t left join scheduled_tasks s on s.task_name = ? and s.task_instance = t.id::text
            where t.ended_at is null and t.next_at is not null and (s.task_instance is null
                or not s.picked and coalesce(s.consecutive_failures, 0) = 0
                    and abs(extract(epoch from s.execution_time - t.next_at)) > 1)
            """;

    /**
     * Its execution is where it belongs and will have its turn: it waits, or it was picked a moment ago. A node that lives
     * says so every five seconds of what it has picked; so what a node that died has picked is soon in nobody's hands.
     */
    private static final String IN_HAND = """
            exists (select from scheduled_tasks s where s.task_name = ? and s.task_instance = t.id::text
                and s.execution_time <= clock_timestamp() + interval '1 second'
                and (not s.picked or s.last_heartbeat > clock_timestamp() - interval '7 seconds'))
            """;

    private final JdbcTemplate jdbc;
    private final String table;
    private final String task;

    /**
     * @param table a name of ours, never one from outside
     */
    public TimedRows(JdbcTemplate jdbc, String table, String task) {
        this.jdbc = jdbc;
        this.table = table;
        this.task = task;
    }

    /** Work that was due before an instant and is still to be done, the oldest first. */
    public List<TimedWork.Overdue> dueBefore(Instant instant, int limit) {
        return jdbc.query(
                "select id, work_item, next_at from %s where next_at < ? and ended_at is null order by next_at, id limit ?"
                        .formatted(table),
                TimedRows::read,
                Timestamp.from(instant),
                limit);
    }

    /** Of those that were due before an instant, those whose execution does not merely wait for its turn. */
    public List<TimedWork.Overdue> neglectedBefore(Instant instant, int limit) {
        return jdbc.query("""
                        select id, work_item, next_at from %s t where next_at < ? and ended_at is null and not %s
                        order by next_at, id limit ?
                        """.formatted(table, IN_HAND), TimedRows::read, Timestamp.from(instant), task, limit);
    }

    /** How many of those that were due before an instant merely wait for their turn. */
    public long waitingSince(Instant instant) {
        var count = jdbc.queryForObject(
                "select count(*) from %s t where next_at < ? and ended_at is null and %s".formatted(table, IN_HAND),
                Long.class,
                Timestamp.from(instant),
                task);
        return count == null ? 0 : count;
    }

    /** The name of the scheduled executions. */
    public String task() {
        return task;
    }

    /** Locks the case and then the row, as everybody does; passes over what somebody else has locked or has done. */
    public Optional<TimedWork.Overdue> take(long id, Instant dueBefore) {
        var free = jdbc.queryForList(
                "select number from work_item where number = (select work_item from %s where id = ?) for update skip locked"
                        .formatted(table),
                String.class,
                id);
        return free.isEmpty()
                ? Optional.empty()
                : jdbc.query("""
                                select id, work_item, next_at from %s where id = ? and next_at < ? and ended_at is null
                                for update skip locked
                                """.formatted(table), TimedRows::read, id, Timestamp.from(dueBefore)).stream()
                        .findFirst();
    }

    public Optional<Instant> nextAt(long id) {
        return jdbc
                .queryForList(
                        "select next_at from %s where id = ? and next_at is not null and ended_at is null"
                                .formatted(table),
                        Timestamp.class,
                        id)
                .stream()
                .map(Timestamp::toInstant)
                .findFirst();
    }

    /** How much work has no scheduled execution, or one at another time than its own. */
    public long astray() {
        var count = jdbc.queryForObject("select count(*) " + ASTRAY.formatted(table), Long.class, task);
        return count == null ? 0 : count;
    }

    /** The ids of work that is astray, beginning after an id. */
    public List<Long> astray(long after, int limit) {
        return jdbc.queryForList(
                "select t.id " + ASTRAY.formatted(table) + " and t.id > ? order by t.id limit ?",
                Long.class,
                task,
                after,
                limit);
    }

    private static TimedWork.Overdue read(ResultSet row, int index) throws SQLException {
        return new TimedWork.Overdue(
                row.getLong("id"),
                row.getString("work_item"),
                row.getTimestamp("next_at").toInstant());
    }
}
