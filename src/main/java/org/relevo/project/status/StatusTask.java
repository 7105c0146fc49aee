package org.relevo.project.status;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled executions of each contradiction: its author is asked, and then the sponsor is told. */
@Configuration(proxyBeanMethods = false)
class StatusTask {

    @Bean
    Task<Void> statusContradiction(ObjectProvider<StatusWatch> watch) {
        return Tasks.custom(StatusWatch.TASK, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 1.5))
                .execute((instance, context) -> {
                    var next = watch.getObject().due(Long.parseLong(instance.getId()));
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, next);
                });
    }
}
