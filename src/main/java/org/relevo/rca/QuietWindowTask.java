package org.relevo.rca;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution at the end of each quiet window. */
@Configuration(proxyBeanMethods = false)
class QuietWindowTask {

    @Bean
    Task<Void> quietWindow(ObjectProvider<QuietWindows> windows) {
        return Tasks.custom(QuietWindows.TASK, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 1.5))
                .execute((instance, context) -> {
                    var next = windows.getObject().look(Long.parseLong(instance.getId()));
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, next);
                });
    }
}
