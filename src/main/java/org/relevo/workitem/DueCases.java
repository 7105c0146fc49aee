package org.relevo.workitem;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.TaskProgress;
import org.relevo.platform.Together;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out scheduled executions of one task. When many are due at the same time, one execution takes the next few along
 * in its transaction, the most severe and oldest first: each statement then serves all of them.
 *
 * <p>The execution that was asked for waits for its case. Those taken along are passed over where somebody else has their
 * execution or their case, so that nobody waits here while holding what another one waits for.
 */
@Component
public class DueCases {

    private static final Logger log = LoggerFactory.getLogger(DueCases.class);

    /** With four threads, 64 are in flight at most. */
    private static final int AT_ONCE = 16;

    /** After a fault each is carried out by itself for so long, so that the one at fault is found and put off. */
    private static final Duration ALONE = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final WorkItems workItems;
    private final Together together;
    private final TaskProgress progress;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Instant aloneUntil = Instant.MIN;

    DueCases(
            JdbcTemplate jdbc,
            WorkItems workItems,
            Together together,
            TaskProgress progress,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.workItems = workItems;
        this.together = together;
        this.progress = progress;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The work of a task's executions. */
    public interface Work {

        /** The cases that ids belong to; an id that is gone has none. */
        Map<Long, WorkItemNumber> cases(Collection<Long> ids);

        /** Does what is due of each, whose case is locked, and answers when each does something next, if ever. */
        Map<Long, Optional<Instant>> carryOut(Map<Long, WorkItem> due);
    }

    /** Carries out an execution, with others that are due, and answers when it is due again. */
    public @Nullable Instant carryOut(String task, long id, Work work) {
        if (!clock.instant().isBefore(aloneUntil)) {
            try {
                return carryOut(task, id, work, AT_ONCE - 1);
            } catch (RuntimeException e) {
                aloneUntil = clock.instant().plus(ALONE);
                log.warn(
                        "Several executions of {} could not be carried out together; each is tried by itself", task, e);
            }
        }
        return carryOut(task, id, work, 0);
    }

    private @Nullable Instant carryOut(String task, long id, Work work, int others) {
        var next = transaction.execute(status -> {
            var own = Optional.ofNullable(work.cases(Set.of(id)).get(id))
                    .flatMap(workItems::locked)
                    .orElse(null);
            if (own == null) {
                return Optional.<Instant>empty();
            }
            var due = new LinkedHashMap<Long, WorkItem>();
            due.put(id, own);
            if (others > 0) {
                due.putAll(takenAlong(task, work, others));
            }
            var done = together.gather(() -> work.carryOut(due));
            settle(task, done, id);
            return done.getOrDefault(id, Optional.empty());
        });
        progress.made(task);
        return next == null ? null : next.orElse(null);
    }

    private Map<Long, WorkItem> takenAlong(String task, Work work, int limit) {
        var ids = jdbc.queryForList("""
                select task_instance::bigint from scheduled_tasks where task_name = ? and not picked and execution_time <= ?
                order by priority desc, execution_time limit ? for update skip locked
                """, Long.class, task, Timestamp.from(clock.instant()), limit);
        if (ids.isEmpty()) {
            return Map.of();
        }
        var cases = work.cases(ids);
        var free = workItems.free(List.copyOf(cases.values()));
        var taken = new LinkedHashMap<Long, WorkItem>();
        for (var id : ids) {
            var number = cases.get(id);
            var item = number == null ? null : free.get(number);
            if (item != null) {
                taken.put(id, item);
            }
        }
        return taken;
    }

    /** Moves the executions that were taken along; the scheduler moves the one that it has given. */
    private void settle(String task, Map<Long, Optional<Instant>> done, long own) {
        var over = new ArrayList<Object[]>();
        var again = new ArrayList<Object[]>();
        var now = Timestamp.from(clock.instant());
        done.forEach((id, next) -> {
            if (id != own && next.isEmpty()) {
                over.add(new Object[] {task, String.valueOf(id)});
            } else if (id != own) {
                again.add(new Object[] {Timestamp.from(next.get()), now, task, String.valueOf(id)});
            }
        });
        jdbc.batchUpdate("delete from scheduled_tasks where task_name = ? and task_instance = ?", over);
        jdbc.batchUpdate("""
                update scheduled_tasks set execution_time = ?, last_success = ?, consecutive_failures = 0,
                    version = version + 1
                where task_name = ? and task_instance = ?
                """, again);
    }
}
