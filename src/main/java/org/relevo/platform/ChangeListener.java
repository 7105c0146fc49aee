package org.relevo.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's one connection that hears what has changed; reconnects for as long as the node runs. */
@Component
class ChangeListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
    private static final int HEARTBEAT_MILLIS = 15_000;
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final DataSource database;
    private final LiveViewers viewers;
    private final List<HearsChanges> others;
    private @Nullable Listening listening;

    ChangeListener(DataSource database, LiveViewers viewers, List<HearsChanges> others) {
        this.database = database;
        this.others = others;
        this.viewers = viewers;
    }

    @Override
    public synchronized void start() {
        listening = new Listening();
        var thread = new Thread(listening, "live-updates");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs before the web server is stopped: a stream that stays open would hold up its shutdown. */
    @Override
    public synchronized void stop() {
        if (listening != null) {
            listening.end();
            listening = null;
        }
        viewers.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    private void tell(String topic) {
        viewers.tell(topic);
        others.forEach(other -> other.heard(topic));
    }

    private final class Listening implements Runnable {

        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Connection current;

        @Override
        public void run() {
            var pause = 1;
            while (ended.getCount() > 0) {
                try (var connection = database.getConnection()) {
                    current = connection;
                    listen(connection);
                    pause = 1;
                } catch (SQLException | RuntimeException e) {
                    if (ended.getCount() > 0) {
                        log.warn("Live updates pause for {} s: {}", pause, e.getMessage());
                    }
                }
                current = null;
                await(pause);
                pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
            }
        }

        private void listen(Connection connection) throws SQLException {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + LiveUpdates.CHANNEL);
                tell(LiveUpdates.EVERYTHING);
                var heard = connection.unwrap(PGConnection.class);
                while (ended.getCount() > 0) {
                    var notifications = heard.getNotifications(HEARTBEAT_MILLIS);
                    if (notifications == null || notifications.length == 0) {
                        statement.execute("select 1");
                        viewers.keepAlive();
                    } else {
                        Arrays.stream(notifications)
                                .map(org.postgresql.PGNotification::getParameter)
                                .collect(Collectors.toCollection(LinkedHashSet::new))
                                .forEach(ChangeListener.this::tell);
                    }
                }
            }
        }

        private void await(int seconds) {
            try {
                ended.await(seconds, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                ended.countDown();
            }
        }

        /** The wait for a notification cannot be interrupted; cutting the connection ends it. */
        void end() {
            ended.countDown();
            var connection = current;
            if (connection != null) {
                try {
                    connection.abort(Runnable::run);
                } catch (SQLException e) {
                    log.debug("The connection for live updates was gone already", e);
                }
            }
        }
    }
}
