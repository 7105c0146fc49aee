package org.relevo.incident;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.relevo.incident.Closure.Standing;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was resolved, and the scheduled end of each quiet time. */
@Component
class ClosingRows {

    private final JdbcTemplate jdbc;
    private final SchedulerClient scheduler;

    ClosingRows(JdbcTemplate jdbc, SchedulerClient scheduler) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
    }

    void await(WorkItemNumber number, Standing standing) {
        var id = jdbc.queryForObject(
                """
                insert into case_closing (work_item, resolved_at, quiet_until, reopen_until, because) values (?, ?, ?, ?, ?)
                on conflict (work_item) do update set resolved_at = excluded.resolved_at, quiet_until = excluded.quiet_until,
                    reopen_until = excluded.reopen_until, because = excluded.because, closed_at = null
                returning id
                """,
                Long.class,
                number.value(),
                Timestamp.from(standing.resolvedAt()),
                Timestamp.from(standing.quietUntil()),
                Timestamp.from(standing.reopenUntil()),
                standing.because());
        schedule(id == null ? 0 : id, standing.quietUntil());
    }

    Optional<Standing> of(WorkItemNumber number) {
        return jdbc
                .query(
                        "select * from case_closing where work_item = ?",
                        (row, i) -> new Standing(
                                row.getTimestamp("resolved_at").toInstant(),
                                row.getTimestamp("quiet_until").toInstant(),
                                row.getTimestamp("reopen_until").toInstant(),
                                row.getString("because")),
                        number.value())
                .stream()
                .findFirst();
    }

    Optional<WorkItemNumber> caseOf(long id) {
        return jdbc.queryForList("select work_item from case_closing where id = ?", String.class, id).stream()
                .map(WorkItemNumber::new)
                .findFirst();
    }

    void schedule(long id, Instant at) {
        scheduler.schedule(
                new SchedulableTaskInstance<>(
                        new TaskInstance<Void>(ClosingTask.NAME, String.valueOf(id), () -> null, 10), at),
                SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** It no longer waits; until when it can be opened again stands. */
    void closed(WorkItemNumber number, Instant at) {
        jdbc.update(
                "update case_closing set closed_at = ? where work_item = ? and closed_at is null",
                Timestamp.from(at),
                number.value());
    }

    /** It is open again, and does not end by itself. */
    void reopened(WorkItemNumber number) {
        jdbc.queryForList("delete from case_closing where work_item = ? returning id", Long.class, number.value())
                .forEach(this::unschedule);
    }

    private void unschedule(long id) {
        try {
            scheduler.cancel(TaskInstanceId.of(ClosingTask.NAME, String.valueOf(id)));
        } catch (RuntimeException e) {
            // It is being carried out, or gone: an incident that is open is left alone either way.
        }
    }
}
