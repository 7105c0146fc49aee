package org.relevo.notification;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The threads that empty the outbox on this node, each with a connection of its own. They are woken after a commit here,
 * and look once a second for what another node has left and for what falls due.
 */
@Component
@ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
class MailSenders {

    private static final Logger log = LoggerFactory.getLogger(MailSenders.class);
    private static final int LOOK_MILLIS = 1_000;
    /** Many commits in a row are many mails on one connection, not one each. */
    private static final int GATHER_MILLIS = 40;

    private static final int IDLE_ROUNDS = 5;

    private final MailDrain drain;
    private final int connections;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);

    MailSenders(MailDrain drain, @Value("${relevo.mail-connections:2}") int connections) {
        this.drain = drain;
        this.connections = connections;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (var number = 1; number <= connections; number++) {
            var thread = new Thread(this::run, "mail-sender-" + number);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        ended.countDown();
        work.release(connections);
    }

    void wake() {
        if (work.availablePermits() < connections) {
            work.release();
        }
    }

    private void run() {
        var idle = 0;
        try (var connection = drain.connection()) {
            while (ended.getCount() > 0) {
                idle = drained(connection) ? 0 : idle + 1;
                if (idle == IDLE_ROUNDS) {
                    connection.close();
                }
                if (work.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    ended.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was anything to send. A full batch calls for help; a failure is met again at the next look. */
    private boolean drained(MailConnection connection) {
        var any = false;
        try {
            int sent;
            do {
                sent = drain.drain(connection);
                any |= sent > 0;
                if (sent == MailDrain.BATCH) {
                    wake();
                }
            } while (sent > 0 && connection.alive() && ended.getCount() > 0);
        } catch (RuntimeException e) {
            log.warn("The outbox could not be emptied; it is tried again", e);
        }
        return any;
    }
}
