package org.relevo.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Time-driven work: what is scheduled in a transaction commits with it, and any node carries it out. */
@Configuration(proxyBeanMethods = false)
class Scheduling {

    /** Schedules in the caller's transaction. */
    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .enablePriority()
                .build();
    }

    /** Carries out what is due; several nodes share the work. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
    static class Runner {

        private final Scheduler scheduler;
        private final Clock clock;
        private final NodeClock nodeClock;
        private final List<OnStartup> beginnings;

        Runner(
                DataSource dataSource,
                List<Task<?>> tasks,
                Clock clock,
                NodeClock nodeClock,
                @Value("${relevo.scheduler.threads:4}") int threads) {
            this.clock = clock;
            this.nodeClock = nodeClock;
            this.beginnings = tasks.stream()
                    .filter(OnStartup.class::isInstance)
                    .map(OnStartup.class::cast)
                    .toList();
            this.scheduler = Scheduler.create(dataSource, tasks)
                    .schedulerName(new SchedulerName.Fixed("relevo-" + java.util.UUID.randomUUID()))
                    .clock(clock::instant)
                    .threads(threads)
                    // No more than the threads have in hand: what is picked cannot be overtaken by something more
                    // severe.
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .pollingInterval(Duration.ofMillis(500))
                    .heartbeatInterval(Duration.ofSeconds(5))
                    .missedHeartbeatsLimit(4)
                    .shutdownMaxWait(Duration.ofSeconds(10))
                    .enablePriority()
                    .build();
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (!nodeClock.measure().mayWork()) {
                scheduler.pause();
            }
            scheduler.start();
            beginnings.forEach(task -> task.onStartup(scheduler, clock::instant));
        }

        /** By a clock that is wrong, checkpoints would be handled too early or too late: the other nodes do the work. */
        @EventListener
        void judged(NodeClock.Judged judged) {
            if (judged.mayWork()) {
                scheduler.resume();
            } else {
                scheduler.pause();
            }
        }

        @EventListener(ContextClosedEvent.class)
        void stop() {
            scheduler.stop();
        }
    }
}
