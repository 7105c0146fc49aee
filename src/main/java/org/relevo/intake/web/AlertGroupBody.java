package org.relevo.intake.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.Alert;
import org.relevo.intake.Delivery;
import org.relevo.platform.web.JsonFields;

/**
 * The body that Alertmanager (version 4) and Grafana (version 1) post: alerts of one group. Fields that are not read here
 * are ignored, because both formats grow.
 */
final class AlertGroupBody {

    private static final int LONGEST_FINGERPRINT = 255;
    /** What a tool writes for "not yet". */
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private final String source;
    private final JsonFields body;

    private AlertGroupBody(String source, JsonFields body) {
        this.source = source;
        this.body = body;
    }

    static Delivery alertmanager(JsonFields body) {
        var reader = new AlertGroupBody("alertmanager", body);
        reader.version("4");
        return reader.delivery(body.text("groupKey"));
    }

    /** Grafana's own group key changes from version to version, so its groups are told apart by receiver and labels. */
    static Delivery grafana(JsonFields body) {
        var reader = new AlertGroupBody("grafana", body);
        reader.version("1");
        var labels = new TreeMap<>(body.texts("groupLabels"));
        return reader.delivery(body.text("receiver") + ":" + labels);
    }

    private void version(String known) {
        var version = body.text("version");
        if (!version.isEmpty() && !version.equals(known)) {
            body.refuse(
                    "version",
                    "Version \"%s\" is not understood here. Send version \"%s\", or use the address of the tool that sends it."
                            .formatted(version.length() > 20 ? version.substring(0, 20) + "…" : version, known));
        }
    }

    private Delivery delivery(String group) {
        var alerts = new ArrayList<Alert>();
        var objects = body.objects("alerts");
        if (objects.isEmpty() && body.has("alerts")) {
            body.refuse("alerts", "Holds no alert. Send at least one.");
        }
        for (var fields : objects) {
            var alert = alert(fields, Keys.bounded(group));
            if (alert != null) {
                alerts.add(alert);
            }
        }
        var truncated = body.count("truncatedAlerts");
        body.check();
        return new Delivery(source, Keys.bounded(group), List.copyOf(alerts), truncated);
    }

    private @Nullable Alert alert(JsonFields fields, String group) {
        var fingerprint = fields.text("fingerprint");
        if (fingerprint.length() > LONGEST_FINGERPRINT) {
            fields.refuse("fingerprint", "Is longer than %d characters. Shorten it.".formatted(LONGEST_FINGERPRINT));
        }
        var startsAt = fields.instant("startsAt");
        var endsAt = fields.instantOrNull("endsAt");
        var status = fields.choice("status", Alert.Status.class);
        var labels = fields.texts("labels");
        if (!fields.has("labels")) {
            fields.refuse("labels", "Missing. Give the alert's labels as an object of texts.");
        }
        var annotations = annotations(fields);
        if (startsAt == null || status == null) {
            return null;
        }
        var ended = status == Alert.Status.RESOLVED && !NEVER.equals(endsAt) ? endsAt : null;
        return new Alert(source, group, fingerprint, startsAt, ended, status, labels, annotations);
    }

    private static Map<String, String> annotations(JsonFields fields) {
        var annotations = new LinkedHashMap<>(fields.texts("annotations"));
        for (var link : List.of("generatorURL", "dashboardURL", "panelURL", "silenceURL")) {
            var address = fields.textOrNull(link);
            if (address != null && !address.isBlank()) {
                annotations.put(link, address);
            }
        }
        return annotations;
    }
}
