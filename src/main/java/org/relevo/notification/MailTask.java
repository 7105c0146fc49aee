package org.relevo.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scheduled execution of each mail that is to be sent. */
@Configuration(proxyBeanMethods = false)
class MailTask {

    private static final String NAME = "outbox-mail";
    private static final int BEFORE_CHECKPOINTS = 200;

    @Bean
    Task<Void> outboxMail(ObjectProvider<MailDispatch> dispatch) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
                .execute((instance, context) -> {
                    var again = dispatch.getObject().send(Long.parseLong(instance.getId()));
                    return again == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (done, operations) -> operations.reschedule(done, again);
                });
    }

    @Service
    static class ScheduledOutbox implements Outbox {

        private final MailRows rows;
        private final SchedulerClient scheduler;

        ScheduledOutbox(MailRows rows, SchedulerClient scheduler) {
            this.rows = rows;
            this.scheduler = scheduler;
        }

        @Override
        @Transactional
        public void add(List<Mail> mails, Instant at) {
            var executions = new ArrayList<SchedulableInstance<?>>();
            for (var mail : mails) {
                rows.add(mail, at)
                        .ifPresent(id -> executions.add(new SchedulableTaskInstance<>(
                                new TaskInstance<Void>(NAME, String.valueOf(id), () -> null, BEFORE_CHECKPOINTS), at)));
            }
            if (!executions.isEmpty()) {
                scheduler.scheduleBatch(executions);
            }
        }

        @Override
        public void withdraw(Collection<Long> escalations) {
            rows.withdraw(escalations);
        }

        @Override
        public List<Entry> of(Collection<Long> escalations) {
            return rows.of(escalations);
        }

        @Override
        public Optional<Sent> byMessageId(String messageId) {
            return rows.byMessageId(messageId);
        }
    }
}
