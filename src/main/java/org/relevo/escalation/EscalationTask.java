package org.relevo.escalation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.relevo.workitem.DueCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution of each escalation that goes on: one, moved from level to level. */
@Configuration(proxyBeanMethods = false)
class EscalationTask {

    static final String NAME = "escalation-level";

    @Bean
    Task<Void> escalationLevel(ObjectProvider<Climb> climb, ObjectProvider<DueCases> due) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
                .execute((instance, context) -> {
                    var next = due.getObject().carryOut(NAME, Long.parseLong(instance.getId()), climb.getObject());
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, next);
                });
    }
}
