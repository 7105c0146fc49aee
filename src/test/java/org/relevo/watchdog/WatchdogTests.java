package org.relevo.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.platform.DatabaseClock;
import org.relevo.platform.NodeClock;
import org.relevo.platform.TaskProgress;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The watchdog goes by the database's clock, so these tests bring Relevo's to the same instant while they run. */
@IntegrationTest
class WatchdogTests {

    @Autowired
    Watchdog watchdog;

    @Autowired
    Repair repair;

    @Autowired
    Faults faults;

    @Autowired
    DatabaseClock database;

    @Autowired
    SettableClock clock;

    @Autowired
    DueWork dueWork;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitors visitors;

    @Autowired
    NodeClock nodeClock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TaskProgress progress;

    private Instant before;

    @BeforeEach
    void bringTheClocksTogether() {
        before = clock.instant();
        clock.set(database.instant());
        dueWork.now();
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(database.instant());
        nodeClock.measure();
        clock.set(before);
    }

    @Test
    void aScheduledExecutionDeletedByHandIsRescuedWithin15SecondsAndCounted() {
        var commitment = overdueBy(Duration.ofSeconds(11));
        watchdog.look();
        assertThat(faultsOf(commitment)).singleElement().satisfies(fault -> {
            assertThat(fault.late()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(15));
            assertThat(fault.workItem()).startsWith("INC-");
            assertThat(fault.node()).isNotBlank();
        });
        assertThat(passed(commitment)).isEqualTo(50);
        assertThat(executionTime(commitment)).isEqualTo(nextAt(commitment));
    }

    @Test
    void whatIsOverdueByLessThanTenSecondsIsLeftToTheScheduler() {
        var commitment = overdueBy(Duration.ofSeconds(8));
        watchdog.look();
        assertThat(faultsOf(commitment)).isEmpty();
        assertThat(passed(commitment)).as("only the checkpoint at 0 %").isZero();
    }

    @Test
    void anEscalationWhoseExecutionIsDeletedIsCarriedOnToo() {
        var number = raise();
        dueWork.now();
        var id = jdbc.sql("select id from escalation where work_item = ? and next_at is not null")
                .param(number)
                .query(Long.class)
                .single();
        delete("escalation-level", id);
        clock.advance(Duration.ofSeconds(1));
        jdbc.sql("update escalation set next_at = ? where id = ?")
                .params(Timestamp.from(database.instant().minusSeconds(12)), id)
                .update();
        watchdog.look();
        assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_instance = ? and task_name = ?")
                        .params(String.valueOf(id), "escalation-level")
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isAfter(clock.instant());
        assertThat(faults.since(Instant.EPOCH, 1_000))
                .filteredOn(fault -> fault.kind().equals("escalation") && fault.subject() == id)
                .hasSize(1);
    }

    @Test
    void twoNodesThatLookAtOnceDoItOnce() throws Exception {
        var commitment = overdueBy(Duration.ofSeconds(11));
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> look = () -> {
                watchdog.look();
                return null;
            };
            for (var done : nodes.invokeAll(List.of(look, look, look, look))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(faultsOf(commitment)).hasSize(1);
        assertThat(jdbc.sql("""
                                select count(*) from decision_log where topic = 'ESCALATION' and work_item =
                                    (select work_item from commitment where id = ?) and facts::text like '%"percent": 50%'
                                """).param(commitment).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void repairSchedulesAnewWhatHasNoExecutionOrOneAtAnotherTime() {
        var missing = response(raise());
        delete("commitment-checkpoint", missing);
        var moved = response(raise());
        jdbc.sql(
                        "update scheduled_tasks set execution_time = execution_time + interval '1 day' where task_instance = ?")
                .param(String.valueOf(moved))
                .update();
        var admin = visitors.signedIn("admin");
        assertThat(admin.get("/watchdog").status()).isEqualTo(200);
        admin.submit("/watchdog/repair", Map.of());
        assertThat(executionTime(missing)).isEqualTo(nextAt(missing));
        assertThat(executionTime(moved)).isEqualTo(nextAt(moved));
    }

    @Test
    void aClockThatIsOneAndAHalfSecondsOffIsWarnedOfAndTheNodeGoesOn() {
        clock.set(database.instant().plusMillis(1_500));
        watchdog.look();
        assertThat(nodeClock.last().warns()).isTrue();
        assertThat(nodeClock.last().mayWork()).isTrue();
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text())
                .contains("clock is more than 1 s off the database's: 1");
        assertThat(visitors.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(meters.get("relevo.clock.offset").gauge().value()).isBetween(1.2, 1.8);
    }

    @Test
    void aClockThatIsThreeSecondsOffStopsTimeDrivenWorkOnThisNodeUntilItIsSetRight() {
        var commitment = overdueBy(Duration.ofSeconds(11));
        clock.set(database.instant().plusSeconds(3));
        watchdog.look();
        assertThat(faultsOf(commitment)).isEmpty();
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text()).contains("does no time-driven work");
        assertThat(visitors.anonymous().get("/actuator/health").status()).isEqualTo(503);
        clock.set(database.instant());
        watchdog.look();
        assertThat(faultsOf(commitment)).hasSize(1);
        assertThat(visitors.anonymous().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void theHealthProbeShowsItsDetailToThoseWhoAreSignedInAlone() {
        assertThat(visitors.anonymous().get("/actuator/health").body()).doesNotContain("offsetMillis");
        assertThat(visitors.signedIn("admin").get("/actuator/health").body()).contains("offsetMillis");
    }

    @Test
    void thePageIsForServiceManagersAndAdministrators() {
        assertThat(visitors.signedIn("admin").get("/watchdog").page().select("nav a[href=/watchdog]"))
                .hasSize(1);
        var agent = visitors.signedIn("jonas.weber");
        assertThat(agent.get("/watchdog").status()).isEqualTo(403);
        assertThat(agent.submit("/watchdog/repair", Map.of()).status()).isEqualTo(403);
        assertThat(agent.get("/inbox").page().select("nav a[href=/watchdog]")).isEmpty();
    }

    @Test
    void aCaseWithoutNextStepIsShownAndMailedToTheAdministratorsOnceADay() {
        var number = raise();
        jdbc.sql("update commitment set ended_at = now(), next_at = null where work_item = ?")
                .param(number)
                .update();
        jdbc.sql("update inbox_item set ended_at = now() where work_item = ?")
                .param(number)
                .update();
        var text = visitors.signedIn("admin").get("/watchdog").page().text();
        assertThat(text).contains("Open cases without a next step").contains("no open task and no commitment");
        watchdog.inspect();
        watchdog.inspect();
        assertThat(jdbc.sql("select recipient from outbox where unique_key like 'watchdog/no-next-step/%/mail/admin'")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(meters.get("relevo.watchdog.findings")
                        .tag("kind", "no-next-step")
                        .gauge()
                        .value())
                .isPositive();
        dueWork.now();
    }

    @Test
    void aNodeThatFellSilentIsFoundAndOneThatWasStoppedIsNot() {
        jdbc.sql("""
                        insert into node (name, version, started_at, seen_at, clock_offset_ms, works) values
                            ('silent:8080', '1', now() - interval '1 day', now() - interval '31 seconds', 0, true),
                            ('gone:8080', '1', now() - interval '1 day', now() - interval '2 hours', 0, true),
                            ('lively:8080', '1', now() - interval '1 day', now() - interval '5 seconds', 0, true)
                        """).update();
        assertThat(visitors.signedIn("admin")
                        .get("/watchdog")
                        .page()
                        .select("tr:contains(fell silent)")
                        .text())
                .contains("silent:8080")
                .doesNotContain("gone:8080")
                .doesNotContain("lively:8080");
        jdbc.sql("delete from node where version = '1'").update();
    }

    @Test
    void aMailThatWaitsForMoreThanFiveMinutesIsFound() {
        jdbc.sql("""
                        insert into outbox (unique_key, kind, urgent, recipient, subject, body_text, body_html, message_id, state,
                            problem, created_at, give_up_at)
                        values (gen_random_uuid(), 'NOTICE', true, 'a@plant.example', '-', '-', '-', '<1@relevo>',
                            'RETRYING', '451 later', now() - interval '6 minutes', now() + interval '3 days')
                        """).update();
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text())
                .contains("waited for more than five minutes")
                .contains("a@plant.example: 451 later");
        jdbc.sql("delete from outbox where recipient = 'a@plant.example'").update();
    }

    @Test
    void aBacklogThatTheSchedulerWorksThroughIsNoFaultAndIsWarnedOfAfterAMinute() {
        var deleted = overdueBy(Duration.ofSeconds(11));
        var commitment = waitingFor(Duration.ofSeconds(61));
        progress.made("commitment-checkpoint");
        watchdog.look();
        assertThat(faultsOf(commitment)).isEmpty();
        assertThat(passed(commitment)).as("only the checkpoint at 0 %").isZero();
        assertThat(faultsOf(deleted)).as("a missing execution is no backlog").hasSize(1);
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text())
                .contains("wait for their turn, the oldest for more than a minute: 1");
        dueWork.now();
        assertThat(passed(commitment)).isEqualTo(50);
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text()).doesNotContain("wait for their turn");
    }

    @Test
    void aBacklogOfLessThanAMinuteIsNothingToSpeakOf() {
        var commitment = waitingFor(Duration.ofSeconds(50));
        progress.made("commitment-checkpoint");
        watchdog.look();
        assertThat(faultsOf(commitment)).isEmpty();
        assertThat(visitors.signedIn("admin").get("/watchdog").page().text())
                .doesNotContain("wait for their turn")
                .doesNotContain("although the watchdog looks");
    }

    @Test
    void whatWaitsForASchedulerThatStandsStillIsRescuedAndCounted() {
        var commitment = waitingFor(Duration.ofSeconds(11));
        clock.set(database.instant().minusSeconds(11));
        progress.made("commitment-checkpoint");
        clock.set(database.instant());
        jdbc.sql("update task_progress set at = at - interval '1 minute'").update();
        watchdog.look();
        assertThat(faultsOf(commitment)).hasSize(1);
        assertThat(passed(commitment)).isEqualTo(50);
    }

    @Test
    void whatANodeHasPickedThatNoLongerLivesIsNoBacklog() {
        var commitment = waitingFor(Duration.ofSeconds(11));
        jdbc.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = now() - interval '11 seconds'
                        where task_name = 'commitment-checkpoint' and task_instance = ?
                        """).param(String.valueOf(commitment)).update();
        progress.made("commitment-checkpoint");
        watchdog.look();
        assertThat(faultsOf(commitment)).hasSize(1);
        jdbc.sql("update scheduled_tasks set picked = false, picked_by = null where picked_by = 'gone'")
                .update();
    }

    /** As if it had fallen due so long ago together with many others: its execution is where it belongs. */
    private long waitingFor(Duration late) {
        var commitment = overdueBy(late, false);
        jdbc.sql("""
                        update scheduled_tasks set execution_time = (select next_at from commitment where id = ?)
                        where task_name = 'commitment-checkpoint' and task_instance = ?
                        """).params(commitment, String.valueOf(commitment)).update();
        return commitment;
    }

    private long overdueBy(Duration late) {
        return overdueBy(late, true);
    }

    private long overdueBy(Duration late, boolean deleted) {
        var commitment = response(raise());
        dueWork.now();
        if (deleted) {
            delete("commitment-checkpoint", commitment);
        }
        // As if it had been opened so long ago that its checkpoint at half of its target has come.
        jdbc.sql("""
                update commitment set next_at = clock_timestamp() - ? * interval '1 second',
                    started_at = clock_timestamp() - (target_seconds / 2 + ?) * interval '1 second' where id = ?
                """).params(late.toSeconds(), late.toSeconds(), commitment).update();
        clock.set(database.instant());
        return commitment;
    }

    private String raise() {
        return visitors.machine()
                .postJson("/api/v1/incidents", """
                        {"title": "MES is down", "service": "paint-shop-mes", "impact": "HIGH", "urgency": "HIGH"}""")
                .json()
                .get("number")
                .asString();
    }

    private long response(String number) {
        return jdbc.sql("select id from commitment where work_item = ? and metric = 'RESPONSE' order by id limit 1")
                .param(number)
                .query(Long.class)
                .single();
    }

    private void delete(String task, long id) {
        assertThat(jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?")
                        .params(task, String.valueOf(id))
                        .update())
                .isEqualTo(1);
    }

    private List<Fault> faultsOf(long commitment) {
        return faults.since(Instant.EPOCH, 1_000).stream()
                .filter(fault -> fault.kind().equals("commitment") && fault.subject() == commitment)
                .toList();
    }

    private int passed(long commitment) {
        return jdbc.sql("select passed from commitment where id = ?")
                .param(commitment)
                .query(Integer.class)
                .single();
    }

    private Instant nextAt(long commitment) {
        return jdbc.sql("select next_at from commitment where id = ?")
                .param(commitment)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private Instant executionTime(long commitment) {
        return jdbc.sql(
                        "select execution_time from scheduled_tasks where task_name = 'commitment-checkpoint' and task_instance = ?")
                .param(String.valueOf(commitment))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
