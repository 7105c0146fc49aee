package org.relevo.commitment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.relevo.calendar.CalendarRevised;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a calendar was changed, running commitments that count by it count by its new revision from then on. They may be
 * thousands, so that is done after the change has committed, each in a transaction of its own.
 */
@Configuration(proxyBeanMethods = false)
class CalendarChange {

    private static final String NAME = "calendar-revised";
    private static final int BATCH = 200;
    private static final int FIRST = 150;

    @Bean
    Task<Void> calendarRevised(ObjectProvider<CommitmentRows> rows, ObjectProvider<JdbcCommitments> commitments) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
                .execute((instance, context) -> {
                    var change = Change.read(instance.getId());
                    var ids = rows.getObject().countingBy(change.previous(), BATCH);
                    while (!ids.isEmpty()) {
                        ids.forEach(id -> commitments.getObject().recount(id, change.revision(), change.at()));
                        ids = rows.getObject().countingBy(change.previous(), BATCH);
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** What became what, as the id of the execution says it. */
    private record Change(long previous, long revision, Instant at) {

        static Change read(String id) {
            var parts = id.split("/");
            return new Change(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Instant.parse(parts[2]));
        }
    }

    @Component
    static class Listener {

        private final SchedulerClient scheduler;

        Listener(SchedulerClient scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener
        public void on(CalendarRevised revised) {
            var id = "%d/%d/%s".formatted(revised.previousRevision(), revised.revision(), revised.at());
            scheduler.schedule(new SchedulableTaskInstance<>(
                    new TaskInstance<Void>(NAME, id, () -> null, FIRST), revised.at()));
        }
    }
}
