package org.relevo.watchdog;

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

/** Lets the watchdog look every five seconds, on a thread of its own. */
@Component
@ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int EVERY_SECONDS = 5;

    private final Watchdog watchdog;
    private final Repair repair;
    private final Nodes nodes;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Rounds(Watchdog watchdog, Repair repair, Nodes nodes) {
        this.watchdog = watchdog;
        this.repair = repair;
        this.nodes = nodes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.execute(this::begin);
        rounds.scheduleWithFixedDelay(watchdog::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void begin() {
        try {
            nodes.started();
            repair.atStart();
        } catch (RuntimeException e) {
            log.warn("The watchdog could not repair what has no scheduled execution", e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.shutdownNow();
        try {
            // What it has begun ends before the database goes.
            rounds.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            nodes.stopped();
        } catch (RuntimeException e) {
            log.debug("The database is gone; this node will be missed there", e);
        }
    }
}
