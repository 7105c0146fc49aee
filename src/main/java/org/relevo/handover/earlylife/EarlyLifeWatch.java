package org.relevo.handover.earlylife;

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

/** Judges the day that is over, a minute after midnight where the project is, at the latest. */
@Component
class EarlyLifeWatch {

    private static final Logger log = LoggerFactory.getLogger(EarlyLifeWatch.class);

    private final EarlyLifeRows rows;
    private final EarlyLives lives;

    EarlyLifeWatch(EarlyLifeRows rows, EarlyLives lives) {
        this.rows = rows;
        this.lives = lives;
    }

    void look() {
        for (var number : rows.underWay()) {
            try {
                lives.judge(number);
            } catch (RuntimeException e) {
                log.warn("The early life support of {} could not be judged; it is tried again", number, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final String TASK = "early-life-support";
        private static final Duration EVERY = Duration.ofMinutes(1);

        @Bean
        Task<Void> earlyLifeTask(ObjectProvider<EarlyLifeWatch> watch, Clock clock) {
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
    @Component("earlyLifeBeginning")
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
