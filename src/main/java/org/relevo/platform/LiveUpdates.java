package org.relevo.platform;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whoever looks, on whichever node, that something has changed. Pages look anew by themselves now and then, so what
 * is said here may be lost with a node. It is gathered and said after the commit: PostgreSQL lets only one transaction
 * that notifies commit at a time, which would slow down whatever changes the most.
 */
@Component
public class LiveUpdates implements DisposableBean {

    /** The topic of the list of tasks. */
    public static final String INBOX = "inbox";

    /** What a listener hears when it may have missed something: everything may have changed. */
    public static final String EVERYTHING = "*";

    static final String CHANNEL = "relevo_changed";

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);
    private static final int GATHER_MILLIS = 150;
    private static final int MANY = 200;

    private final JdbcClient jdbc;
    private final Set<String> gathered = new LinkedHashSet<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "live-teller");
        thread.setDaemon(true);
        return thread;
    });

    LiveUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says that a topic has changed, when the caller's transaction has committed, and not at all when it does not.
     *
     * @param topic a work item's number, or {@link #INBOX}
     */
    public void changed(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            gather(topic);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gather(topic);
            }
        });
    }

    private void gather(String topic) {
        synchronized (gathered) {
            if (gathered.isEmpty() && !teller.isShutdown()) {
                teller.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
            gathered.add(topic);
        }
    }

    private void tell() {
        Set<String> topics;
        synchronized (gathered) {
            topics = gathered.size() > MANY ? Set.of(EVERYTHING) : Set.copyOf(gathered);
            gathered.clear();
        }
        try {
            jdbc.sql("select pg_notify(:channel, topic) from unnest(:topics) as topic")
                    .param("channel", CHANNEL)
                    .param("topics", topics.toArray(String[]::new))
                    .query((row, index) -> index)
                    .list();
        } catch (DataAccessException e) {
            log.debug("Nobody was told that something changed", e);
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}
