package org.relevo.commitment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution of each open commitment: one, moved from checkpoint to checkpoint. */
@Configuration(proxyBeanMethods = false)
class CheckpointTask {

    static final String NAME = "commitment-checkpoint";

    @Bean
    Task<Void> commitmentCheckpoint(ObjectProvider<CheckpointDesk> desk) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
                .execute((instance, context) -> {
                    var next = desk.getObject().handle(Long.parseLong(instance.getId()));
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(Duration.ZERO)) {
                                @Override
                                public void complete(
                                        com.github.kagkarlsson.scheduler.task.ExecutionComplete done,
                                        com.github.kagkarlsson.scheduler.task.ExecutionOperations<Void> operations) {
                                    operations.reschedule(done, next);
                                }
                            };
                });
    }

    static void schedule(SchedulerClient scheduler, List<Commitment> opened) {
        var executions = new ArrayList<SchedulableInstance<?>>();
        for (var commitment : opened) {
            var first = Checkpoints.first(commitment.startedAt(), commitment.target(), commitment.checkpoints());
            if (first != null) {
                executions.add(execution(commitment, first));
            }
        }
        if (!executions.isEmpty()) {
            scheduler.scheduleBatch(executions);
        }
    }

    /** The shorter the target, the more urgent its checkpoints are when many fall due at once. */
    private static SchedulableInstance<Void> execution(Commitment commitment, Instant at) {
        var hours = Math.min(commitment.target().toHours(), 90);
        return new SchedulableTaskInstance<>(
                new TaskInstance<Void>(NAME, String.valueOf(commitment.id()), () -> null, (int) (100 - hours)), at);
    }
}
