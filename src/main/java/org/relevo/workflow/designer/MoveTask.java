package org.relevo.workflow.designer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution of each batch of cases that are moved; another node goes on where one died. */
@Configuration(proxyBeanMethods = false)
class MoveTask {

    static final String NAME = "case-moves";

    @Bean
    Task<Void> caseMoves(ObjectProvider<Moves> moves, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 1.5))
                .execute((instance, context) -> moves.getObject().work(Long.parseLong(instance.getId()))
                        ? (done, operations) -> operations.reschedule(done, clock.instant())
                        : new CompletionHandler.OnCompleteRemove<>());
    }
}
