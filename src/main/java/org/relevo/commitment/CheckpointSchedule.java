package org.relevo.commitment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Keeps one scheduled execution for each commitment that has a checkpoint ahead, in the caller's transaction. */
@Component
class CheckpointSchedule {

    private final SchedulerClient scheduler;

    CheckpointSchedule(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    void first(List<Commitment> opened, WorkItem item, Instant now) {
        var executions = new ArrayList<SchedulableInstance<?>>();
        for (var commitment : opened) {
            var first = Checkpoints.nextAfter(commitment, -1, now);
            if (first != null) {
                executions.add(execution(commitment.id(), item, first));
            }
        }
        if (!executions.isEmpty()) {
            scheduler.scheduleBatch(executions);
        }
    }

    /** Moves the execution of a commitment that changed; where it is being carried out, that moves it. */
    void move(Commitment commitment, WorkItem item, @Nullable Instant next) {
        if (next == null) {
            remove(commitment.id());
            return;
        }
        try {
            scheduler.schedule(
                    execution(commitment.id(), item, next), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It waits for the case that the caller has locked; then it sees the change and moves itself.
        }
    }

    void remove(long id) {
        try {
            scheduler.cancel(TaskInstanceId.of(CheckpointTask.NAME, String.valueOf(id)));
        } catch (RuntimeException e) {
            // It is being carried out, or gone: a commitment that has ended is left alone either way.
        }
    }

    /** The more severe the case, the earlier its checkpoints are handled when many fall due at once. */
    private static SchedulableInstance<Void> execution(long id, WorkItem item, Instant at) {
        var priority = item.priority() == null ? Priority.P4 : item.priority();
        return new SchedulableTaskInstance<>(
                new TaskInstance<Void>(
                        CheckpointTask.NAME, String.valueOf(id), () -> null, 100 - 10 * priority.ordinal()),
                at);
    }
}
