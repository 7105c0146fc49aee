package org.relevo.escalation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Keeps one scheduled execution for each escalation that goes on, in the caller's transaction. */
@Component
class EscalationSchedule {

    private final SchedulerClient scheduler;

    EscalationSchedule(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Of one that has just begun, and so has no execution yet. */
    void first(long id, WorkItem item, @Nullable Instant next) {
        if (next != null) {
            scheduler.schedule(execution(id, item, next));
        }
    }

    void at(long id, WorkItem item, @Nullable Instant next) {
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
        try {
            scheduler.cancel(TaskInstanceId.of(EscalationTask.NAME, String.valueOf(id)));
        } catch (RuntimeException e) {
            // It is being carried out, or gone: an escalation that has ended does nothing either way.
        }
    }
}
