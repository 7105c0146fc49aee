package org.relevo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class LiveUpdatesTest {

    @Autowired
    LiveUpdates live;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Visitors visitors;

    @Test
    void onlyWhoIsSignedInListens() {
        assertThat(visitors.anonymous().get("/live").location()).contains("/sign-in");
    }

    @Test
    void everyNodeHearsOfAChangeOnceItIsCommittedAndOfNothingThatWasTakenBack() {
        var heard = jdbc.execute((ConnectionCallback<LinkedBlockingQueue<String>>) connection -> {
            var topics = new LinkedBlockingQueue<String>();
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + LiveUpdates.CHANNEL);
                transaction.executeWithoutResult(t -> {
                    live.changed("TAKEN-1");
                    t.setRollbackOnly();
                });
                transaction.executeWithoutResult(t -> live.changed("KEPT-1"));
                var wire = connection.unwrap(org.postgresql.PGConnection.class);
                while (!topics.contains("KEPT-1")) {
                    for (var told : wire.getNotifications(20_000)) {
                        topics.add(told.getParameter());
                    }
                }
                statement.execute("unlisten *");
            }
            return topics;
        });
        assertThat(heard).contains("KEPT-1").doesNotContain("TAKEN-1");
    }
}
