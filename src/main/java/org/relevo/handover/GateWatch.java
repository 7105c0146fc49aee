package org.relevo.handover;

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

/** Looks at every handover that is under way each 20 seconds, so that what no longer holds shuts its gate within a minute. */
@Component
class GateWatch {

    private static final Logger log = LoggerFactory.getLogger(GateWatch.class);

    private final HandoverRows rows;
    private final Gatekeeper gatekeeper;

    GateWatch(HandoverRows rows, Gatekeeper gatekeeper) {
        this.rows = rows;
        this.gatekeeper = gatekeeper;
    }

    void look() {
        for (var handover : rows.open()) {
            try {
                gatekeeper.look(handover.number());
            } catch (RuntimeException e) {
                log.warn("{} could not be looked at; it is tried again", handover.number(), e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final String TASK = "handover-gates";
        private static final Duration EVERY = Duration.ofSeconds(20);

        @Bean
        Task<Void> handoverGatesTask(ObjectProvider<GateWatch> watch, Clock clock) {
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
    @Component("handoverGatesBeginning")
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
