package org.relevo.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.intake.Alert;
import org.relevo.intake.Alerts;
import org.relevo.intake.Delivery;
import org.relevo.intake.IntakeDatabase;
import org.relevo.workitem.WorkItemNumber;

class AlertsTest {

    private static final List<String> GROUP =
            List.of(Captures.FIRING_1, Captures.FIRING_2, Captures.ONE_RESOLVED, Captures.RESOLVED);

    private static IntakeDatabase database;
    private static Alerts alerts;

    @BeforeAll
    static void start() {
        database = new IntakeDatabase();
        alerts = database.alerts();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void anAlertBecomesAnIncidentOfItsService() {
        var receipt = alerts.receive(Captures.alertmanager(Captures.FIRING_1));

        assertThat(receipt.changed()).isEqualTo(1);
        assertThat(receipt.incidents()).containsExactlyElementsOf(database.incidents());
        assertThat(database.jdbc
                        .sql("select title || '|' || service || '|' || raised_by from work_item")
                        .query(String.class)
                        .single())
                .isEqualTo("Instance down (payments)|payments|alertmanager");
        assertThat(database.timeline(receipt.incidents().get(0), "ALERT_FIRING"))
                .containsExactly("InstanceDown on db-1:9100 fires since 2026-11-22 22:00:37 UTC.");
    }

    @Test
    void aGraverAlertThatJoinsAnOpenIncidentIsNotPassedOver() {
        var number = alerts.receive(delivery("warning", "calm")).incidents().get(0);
        alerts.receive(delivery("warning", "calm too"));
        assertThat(database.timeline(number, "GRAVER_ALERT")).isEmpty();

        assertThat(alerts.receive(delivery("critical", "grave")).incidents()).containsExactly(number);
        assertThat(database.timeline(number, "GRAVER_ALERT"))
                .containsExactly("“grave (payments)” would be P1 by itself; the incident stays P3.");
        assertThat(database.jdbc
                        .sql("select reason from timeline_event where kind = 'GRAVER_ALERT'")
                        .query(String.class)
                        .single())
                .contains("impact is HIGH", "severity critical");
    }

    private static Delivery delivery(String severity, String name) {
        var alert = new Alert(
                "alertmanager",
                "group",
                name,
                Instant.parse("2026-11-22T22:00:00Z"),
                null,
                Alert.Status.FIRING,
                Map.of("alertname", name, "severity", severity, "service", "payments"),
                Map.of());
        return new Delivery("alertmanager", "group", List.of(alert), 0);
    }

    /** Alertmanager keeps the earliest start when two Prometheus servers tell it of one alert. */
    @Test
    void aResolvedAlertWhoseStartWasMovedEndsTheOneThatFires() {
        var number = alerts.receive(moved(Alert.Status.FIRING, "22:00:00")).incidents();
        var receipt = alerts.receive(moved(Alert.Status.RESOLVED, "21:59:00"));

        assertThat(receipt.incidents()).isEqualTo(number);
        assertThat(database.incidents()).hasSize(1);
        assertThat(database.jdbc
                        .sql("select status from alert")
                        .query(String.class)
                        .list())
                .containsExactly("resolved");
    }

    @Test
    void aResolvedAlertDoesNotEndOneThatBeganAfterItsEnd() {
        alerts.receive(moved(Alert.Status.FIRING, "22:30:00"));
        alerts.receive(moved(Alert.Status.RESOLVED, "21:00:00"));

        assertThat(database.jdbc
                        .sql("select status from alert where starts_at = timestamptz '2026-11-22 22:30:00Z'")
                        .query(String.class)
                        .single())
                .isEqualTo("firing");
    }

    private static Delivery moved(Alert.Status status, String start) {
        var end = Instant.parse("2026-11-22T22:10:00Z");
        var alert = new Alert(
                "alertmanager",
                "group",
                "moved",
                Instant.parse("2026-11-22T" + start + "Z"),
                status == Alert.Status.RESOLVED ? end : null,
                status,
                Map.of("alertname", "moved", "severity", "critical", "service", "payments"),
                Map.of());
        return new Delivery("alertmanager", "group", List.of(alert), 0);
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        var first = alerts.receive(Captures.alertmanager(Captures.FIRING_2));
        var again = alerts.receive(Captures.alertmanager(Captures.FIRING_2));

        assertThat(again.incidents()).isEqualTo(first.incidents());
        assertThat(again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(database.timeline(first.incidents().get(0), "ALERT_FIRING")).hasSize(2);
    }

    @Test
    void everyOrderOfTheDeliveriesEndsInOneIncidentWhoseResolutionIsProposed() {
        for (var order : permutations(GROUP)) {
            database.clear();
            order.forEach(capture -> alerts.receive(Captures.alertmanager(capture)));

            assertThat(database.incidents()).as(order.toString()).hasSize(1);
            assertThat(alerts.of(new WorkItemNumber(database.incidents().get(0))))
                    .as(order.toString())
                    .extracting(Alerts.OnIncident::status)
                    .containsExactly(Alert.Status.RESOLVED, Alert.Status.RESOLVED);
            assertThat(database.proposal(database.incidents().get(0)))
                    .as(order.toString())
                    .contains("all 2 alerts are resolved");
        }
    }

    @Test
    void deliveriesFromEightThreadsAtOnceMakeOneIncidentPerGroup() throws Exception {
        var random = new Random(20261122);
        for (int round = 0; round < 10; round++) {
            database.clear();
            var work = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 12; i++) {
                GROUP.forEach(capture -> work.add(() -> alerts.receive(Captures.alertmanager(capture))));
                work.add(() -> alerts.receive(Captures.grafana()));
                work.add(() -> alerts.receive(Captures.alertmanager(Captures.TRUNCATED)));
            }
            Collections.shuffle(work, random);
            var threads = Executors.newFixedThreadPool(8);
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();

            assertThat(database.incidents()).hasSize(3);
            assertThat(database.jdbc
                            .sql("select count(*) from alert")
                            .query(Long.class)
                            .single())
                    .isEqualTo(6);
            assertThat(database.jdbc
                            .sql("select count(*) from timeline_event where kind = 'ALERTS_TRUNCATED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(database.jdbc
                            .sql(
                                    "select count(*) from work_item where resolution_proposed = 'all 2 alerts are resolved'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void anAlertThatFiresAgainLaterWithdrawsTheProposal() {
        alerts.receive(Captures.alertmanager(Captures.FIRING_2));
        alerts.receive(Captures.alertmanager(Captures.ONE_RESOLVED));
        alerts.receive(Captures.alertmanager(Captures.RESOLVED));
        alerts.receive(later(Captures.alertmanager(Captures.FIRING_1)));

        assertThat(database.incidents()).hasSize(1);
        assertThat(database.proposal(database.incidents().get(0))).isEmpty();
    }

    @Test
    void anAlertThatFiresAfterItsIncidentWasResolvedOpensANewOne() {
        alerts.receive(Captures.alertmanager(Captures.FIRING_1));
        database.jdbc.sql("update work_item set state = 'RESOLVED'").update();
        alerts.receive(Captures.alertmanager(Captures.FIRING_1));
        assertThat(database.incidents()).hasSize(1);

        alerts.receive(later(Captures.alertmanager(Captures.FIRING_1)));
        assertThat(database.incidents()).hasSize(2);
    }

    @Test
    void anAlertStaysOnItsIncidentWhateverGroupDeliversIt() {
        var delivery = Captures.alertmanager(Captures.FIRING_1);
        alerts.receive(delivery);
        var alert = delivery.alerts().get(0);
        var other = new Alert(
                alert.source(),
                "other",
                alert.fingerprint(),
                alert.startsAt(),
                null,
                alert.status(),
                alert.labels(),
                alert.annotations());
        alerts.receive(new Delivery("alertmanager", "other", List.of(other), 0));

        assertThat(database.incidents()).hasSize(1);
    }

    @Test
    void anAlertOfAnUnknownServiceIsNotLost() {
        alerts.receive(Captures.grafana());

        assertThat(database.jdbc
                        .sql("select team_reason from work_item where service is null")
                        .query(String.class)
                        .single())
                .contains("no label of the alert names a service");
    }

    @Test
    void aKeyThatIsTriggeredTwiceAndResolvedTwiceIsOneAlert() {
        for (int i = 0; i < 2; i++) {
            alerts.receive(Captures.pagerDuty(Captures.TRIGGER).event());
        }
        for (int i = 0; i < 2; i++) {
            alerts.receive(Captures.pagerDuty(Captures.RESOLVE).event());
        }

        assertThat(database.incidents()).hasSize(1);
        assertThat(alerts.of(new WorkItemNumber(database.incidents().get(0)))).hasSize(1);
        assertThat(database.proposal(database.incidents().get(0))).contains("its alert is resolved");
        assertThat(database.jdbc
                        .sql("select service from work_item")
                        .query(String.class)
                        .single())
                .isEqualTo("payments");
    }

    @Test
    void aKeyThatIsResolvedBeforeItIsTriggeredStaysOnOneIncident() {
        alerts.receive(Captures.pagerDuty(Captures.RESOLVE).event());
        alerts.receive(Captures.pagerDuty(Captures.TRIGGER).event());

        assertThat(database.incidents()).hasSize(1);
    }

    private static Delivery later(Delivery delivery) {
        var moved = delivery.alerts().stream()
                .map(a -> new Alert(
                        a.source(),
                        a.groupKey(),
                        a.fingerprint(),
                        a.startsAt().plusSeconds(600),
                        null,
                        a.status(),
                        a.labels(),
                        a.annotations()))
                .toList();
        return new Delivery(delivery.source(), delivery.groupKey(), moved, 0);
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : of) {
            var rest = new ArrayList<>(of);
            rest.remove(first);
            for (var permutation : permutations(rest)) {
                var one = new ArrayList<String>();
                one.add(first);
                one.addAll(permutation);
                all.add(one);
            }
        }
        return all;
    }
}
