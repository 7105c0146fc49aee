package org.relevo.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.relevo.intake.Delivery;
import org.relevo.platform.web.JsonBody;

/** What real tools have sent: our own recordings, and Grafana's documented sample. */
class Captures {

    static final String FIRING_1 = "001_alertmanager_relevo_firing_1.json";
    static final String FIRING_2 = "002_alertmanager_relevo_firing_2.json";
    static final String ONE_RESOLVED = "003_alertmanager_relevo_firing_2.json";
    static final String RESOLVED = "004_alertmanager_relevo_resolved_1.json";
    static final String TRIGGER = "006_pagerduty_v2_trigger.json";
    static final String TRUNCATED = "008_alertmanager_trunc_firing_2.json";
    static final String RESOLVE = "014_pagerduty_v2_resolve.json";
    static final String GRAFANA = "grafana_webhook_docs_sample.json";

    private Captures() {}

    static byte[] bytes(String name) {
        try (var in = Captures.class.getResourceAsStream("/alerts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Delivery alertmanager(String name) {
        return AlertGroupBody.alertmanager(JsonBody.object(bytes(name)));
    }

    static Delivery grafana() {
        return AlertGroupBody.grafana(JsonBody.object(bytes(GRAFANA)));
    }

    static PagerDutyBody.Read pagerDuty(String name) {
        return PagerDutyBody.read(JsonBody.object(bytes(name)));
    }
}
