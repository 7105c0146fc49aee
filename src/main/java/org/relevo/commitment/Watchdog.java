package org.relevo.commitment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The second path by which checkpoints are handled, independent of the scheduler: a checkpoint that nobody has handled
 * for ten seconds, by the database's clock, is handled here and counted as a fault.
 */
@Component
@ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommitmentRows rows;
    private final CheckpointDesk desk;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog(CommitmentRows rows, CheckpointDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.shutdownNow();
    }

    private void look() {
        try {
            rows.overdue(PATIENCE, 100).forEach(this::handle);
        } catch (RuntimeException e) {
            log.warn("The watchdog could not look for overdue checkpoints", e);
        }
    }

    private void handle(long commitment) {
        try {
            log.warn(
                    "A checkpoint of commitment {} was overdue by more than {} s; handled now",
                    commitment,
                    PATIENCE.toSeconds());
            desk.handle(commitment);
        } catch (RuntimeException e) {
            log.warn("The watchdog could not handle commitment {}", commitment, e);
        }
    }
}
