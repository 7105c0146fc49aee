package org.relevo.incident;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution of each resolved incident: at the end of its quiet time it is closed. */
@Configuration(proxyBeanMethods = false)
class ClosingTask {

    static final String NAME = "case-closing";

    @Bean
    Task<Void> caseClosing(ObjectProvider<ClosingDesk> desk) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 1.5))
                .execute((instance, context) -> {
                    var next = desk.getObject().quiet(Long.parseLong(instance.getId()));
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, next);
                });
    }
}
