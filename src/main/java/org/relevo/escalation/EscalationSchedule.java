package org.relevo.escalation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Together;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Keeps one scheduled execution for each escalation that goes on, in the caller's transaction. */
@Component
class EscalationSchedule {

    private final SchedulerClient scheduler;
    private final Together together;
    private final Consumer<List<SchedulableInstance<?>>> insert;

    EscalationSchedule(SchedulerClient scheduler, Together together) {
        this.scheduler = scheduler;
        this.together = together;
        this.insert = scheduler::scheduleBatch;
    }

    /** Of one that has just begun, and so has no execution yet. */
    void first(long id, WorkItem item, @Nullable Instant next) {
        if (next != null) {
            together.write(insert, List.of(execution(id, item, next)));
        }
    }

    void at(long id, WorkItem item, @Nullable Instant next) {
        together.flush(insert);
        if (next == null) {
            remove(id);
            return;
        }
        try {
            scheduler.schedule(execution(id, item, next), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It waits for the case that the caller has locked; then it sees the change and moves itself.
        }
    }

    private static SchedulableTaskInstance<Void> execution(long id, WorkItem item, Instant at) {
        var priority = item.priority() == null ? Priority.P4 : item.priority();
        return new SchedulableTaskInstance<>(
                new TaskInstance<Void>(
                        EscalationTask.NAME, String.valueOf(id), () -> null, 105 - 10 * priority.ordinal()),
                at);
    }

    void remove(long id) {
        together.flush(insert);
        try {
            scheduler.cancel(TaskInstanceId.of(EscalationTask.NAME, String.valueOf(id)));
        } catch (RuntimeException e) {
            // It is being carried out, or gone: an escalation that has ended does nothing either way.
        }
    }
}
