package org.relevo.handover.lineage;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at every debt each five minutes: it grows while its incidents are open, and some news wait for the next day. */
@Component
class DebtWatch {

    private static final Logger log = LoggerFactory.getLogger(DebtWatch.class);

    private final TraceRows traces;
    private final DebtReporting reporting;

    DebtWatch(TraceRows traces, DebtReporting reporting) {
        this.traces = traces;
        this.reporting = reporting;
    }

    void look() {
        for (var number : traces.indebted()) {
            try {
                reporting.look(number);
            } catch (RuntimeException e) {
                log.warn("The debt of {} could not be looked at; it is tried again", number, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final String TASK = "handover-debt";
        private static final Duration EVERY = Duration.ofMinutes(5);

        @Bean
        Task<Void> handoverDebtTask(ObjectProvider<DebtWatch> watch, Clock clock) {
            return Tasks.custom(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(EVERY))
                    .execute((instance, context) -> {
                        watch.getObject().look();
                        return (done, operations) ->
                                operations.reschedule(done, clock.instant().plus(EVERY));
                    });
        }
    }

    /** Begins with the first start; where nothing is scheduled, nobody looks. */
    @Component("handoverDebtBeginning")
    @ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
    static class Beginning {

        private final SchedulerClient scheduler;
        private final Clock clock;

        Beginning(SchedulerClient scheduler, Clock clock) {
            this.scheduler = scheduler;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            scheduler.scheduleIfNotExists(SchedulableInstance.of(
                    new TaskInstance<Void>(Schedule.TASK, "all", () -> null, 10), clock.instant()));
        }
    }
}
