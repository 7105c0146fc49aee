package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.rules.OfferedRuleBook;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.FragileDatabase;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connection breaks at random statements and commits of escalations: afterwards there is one mail per key, none is
 * missing, and each level was done once. {@code -Drelevo.breaks=1000} breaks it more often.
 */
@IntegrationTest
@Import(FragileDatabase.class)
class KilledTransactionsTests {

    private static final int BREAKS = Integer.getInteger("relevo.breaks", 100);
    private static final long SEED = Long.getLong("relevo.seed", 20261122L);
    private static final List<Integer> MINUTES = List.of(0, 30, 50, 60, 70);

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Escalations escalations;

    @Autowired
    FragileDatabase.Fuse fuse;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    javax.sql.DataSource source;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Test
    void whereverTheConnectionBreaksEveryMailIsThereOnce() throws java.sql.SQLException {
        try (var book = OfferedRuleBook.offer(context, HistoryTables.files(false))) {
            var random = new Random(SEED);
            for (var broken = 0; broken < BREAKS; ) {
                broken += climb(random);
            }
        }
        assertThat(active()).as("connections that nobody gave back").isLessThan(2);
    }

    private int active() throws java.sql.SQLException {
        return source.unwrap(com.zaxxer.hikari.HikariDataSource.class)
                .getHikariPoolMXBean()
                .getActiveConnections();
    }

    /** Answers how often the connection broke. */
    private int climb(Random random) {
        var incident = cases.raise(Priority.P1);
        var broken = 0;
        for (var minute : MINUTES) {
            clock.set(incident.raisedAt().plus(Duration.ofMinutes(minute)));
            fuse.light(1 + random.nextInt(60), random.nextBoolean());
            try {
                dueWork.now();
            } catch (RuntimeException e) {
                // as a node that dies: another one carries on with what it finds in the tables
            }
            if (fuse.putOut()) {
                broken++;
                recover();
            }
        }
        // A mail that a dead node was about to send is sent again when its lease has ended.
        dueWork.after(Duration.ofMinutes(6));
        verify(incident);
        incidents.resolve(incident.number(), Cases.TEST, "restarted");
        dueWork.now();
        return broken;
    }

    /** What other nodes do about a node that is dead: they take its executions over, after a pause. */
    private void recover() {
        jdbc.sql(
                        "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1"
                                + " where picked")
                .update();
        clock.advance(Duration.ofSeconds(30));
        dueWork.now();
    }

    private void verify(WorkItem incident) {
        assertThat(cases.mails(incident.number()))
                .as("seed %d, %s", SEED, incident.number())
                .allSatisfy(mail -> assertThat(mail.state()).isEqualTo("SENT"))
                .extracting(mail -> mail.uniqueKey().replaceFirst("[^/]*/[^/]*/", ""))
                .containsExactlyInAnyOrder(
                        "answer/L1.0/1.1/mail/jonas.weber",
                        "answer/L2.0/1.1/mail/lena.hoffmann",
                        "answer/L2.1/1.1/mail/lena.hoffmann",
                        "answer/L2.2/1.1/mail/lena.hoffmann",
                        "answer/L3.0/1.1/mail/marta.ruiz");
        assertThat(escalations.of(incident.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.steps()).hasSize(5).noneMatch(Escalation.Step::late));
    }
}
