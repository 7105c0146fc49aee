package org.relevo.incident.communication;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduled execution of each message to a webhook: one, moved from attempt to attempt. */
@Configuration(proxyBeanMethods = false)
class WebhookTask {

    static final String NAME = "webhook-delivery";

    @Bean
    Task<Void> webhookDelivery(ObjectProvider<WebhookDeliveries> deliveries) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
                .execute((instance, context) -> {
                    var next = deliveries.getObject().attempt(Long.parseLong(instance.getId()));
                    return next == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, next);
                });
    }
}
