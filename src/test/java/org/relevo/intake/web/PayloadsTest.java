package org.relevo.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relevo.intake.Alert;
import org.relevo.intake.KeyedEvent;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;

class PayloadsTest {

    @Test
    void alertmanagersResolvedAlertCarriesItsEnd() {
        var delivery = Captures.alertmanager(Captures.ONE_RESOLVED);

        assertThat(delivery.source()).isEqualTo("alertmanager");
        assertThat(delivery.groupKey())
                .isEqualTo("{}:{alertname=\"InstanceDown\", cluster=\"dc1\", service=\"payments\"}");
        assertThat(delivery.alerts())
                .extracting(Alert::status)
                .containsExactly(Alert.Status.RESOLVED, Alert.Status.FIRING);
        assertThat(delivery.alerts())
                .extracting(Alert::endsAt)
                .containsExactly(Instant.parse("2026-11-22T22:05:43.528624Z"), null);
        assertThat(delivery.alerts().get(0).startsAt()).isEqualTo("2026-11-22T22:00:37.322029Z");
        assertThat(delivery.alerts().get(0).annotations()).containsKeys("summary", "runbook_url", "generatorURL");
    }

    @Test
    void truncatedAlertsAreCounted() {
        assertThat(Captures.alertmanager(Captures.TRUNCATED).truncated()).isEqualTo(3);
    }

    @Test
    void grafanasGroupIsItsReceiverAndLabelsAndItsTimesMayHaveAnOffset() {
        var delivery = Captures.grafana();

        assertThat(delivery.groupKey()).isEqualTo("My Super Webhook:{}");
        assertThat(delivery.alerts().get(0).startsAt()).isEqualTo("2021-10-12T07:51:03.157076Z");
    }

    @Test
    void timesAreKeptToTheMicrosecondSoThatTheDatabaseKnowsThemAgain() {
        var body = text(Captures.FIRING_1).replace("22:00:37.322029Z", "22:00:37.322029999Z");

        assertThat(AlertGroupBody.alertmanager(JsonBody.object(body.getBytes(StandardCharsets.UTF_8)))
                        .alerts()
                        .get(0)
                        .startsAt())
                .isEqualTo("2026-11-22T22:00:37.322029Z");
    }

    @Test
    void pagerDutysEventCarriesAlertmanagersLabels() {
        var read = Captures.pagerDuty(Captures.TRIGGER);

        assertThat(read.routingKey()).hasSize(32);
        assertThat(read.event().action()).isEqualTo(KeyedEvent.Action.TRIGGER);
        assertThat(read.event().key()).isEqualTo("9b3daf2cfd044a4c32071385a9b4912e8aed7e8a84a51fc45bcad7cfd1760a59");
        assertThat(read.event().labels())
                .containsEntry("service", "payments")
                .containsEntry("severity", "critical")
                .containsEntry("instance", "api-1:443")
                .containsEntry("alertname", "InstanceDown");
        assertThat(Captures.pagerDuty(Captures.RESOLVE).event().key())
                .isEqualTo(read.event().key());
    }

    @Test
    void aTriggerWithoutAKeyGetsOne() {
        var read = pagerDuty(event("trigger", ""));

        assertThat(read.event().key()).hasSize(32);
    }

    @Test
    void whatPagerDutyWouldRefuseIsRefusedInItsWords() {
        assertThat(errors("{\"routing_key\":\"x\"}"))
                .containsExactly(
                        "Length of 'routing_key' is incorrect (should be 32 characters)",
                        "'event_action' is missing or blank");
        assertThat(errors(event("resolve", ""))).containsExactly("'dedup_key' is missing or blank");
        assertThat(errors(event("trigger", "").replace("critical", "dire")))
                .containsExactly("'payload.severity' is invalid (must be one of critical, error, warning, info)");
        assertThat(errors(event("trigger", "").replace("Too hot", " ")))
                .containsExactly("'payload.summary' is missing or blank");
        assertThat(errors(event("dance", "")))
                .containsExactly("'event_action' is invalid (must be one of trigger, acknowledge, resolve)");
    }

    @Test
    void aFieldTwiceIsNoValidJson() {
        assertThatThrownBy(() -> JsonBody.object("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void aNulCharacterCostsNoAlert() {
        var body = text(Captures.FIRING_1).replace("Instance down", "Instance\\u0000down");

        assertThat(AlertGroupBody.alertmanager(JsonBody.object(body.getBytes(StandardCharsets.UTF_8)))
                        .alerts()
                        .get(0)
                        .annotations())
                .containsEntry("summary", "Instance\uFFFDdown");
    }

    private static String event(String action, String key) {
        return """
                {"routing_key":"0123456789abcdef0123456789abcdef","event_action":"%s","dedup_key":"%s",
                 "payload":{"summary":"Too hot","source":"rack-1","severity":"critical"}}""".formatted(action, key);
    }

    private static List<String> errors(String body) {
        try {
            pagerDuty(body);
            return List.of();
        } catch (InvalidEvent e) {
            return e.errors();
        }
    }

    private static PagerDutyBody.Read pagerDuty(String body) {
        return PagerDutyBody.read(JsonBody.object(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String capture) {
        return new String(Captures.bytes(capture), StandardCharsets.UTF_8);
    }
}
