package org.relevo.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.KeyedEvent;
import org.relevo.platform.web.JsonFields;

/** PagerDuty's Events v2, told apart from others by its dedup_key. Its errors are worded as PagerDuty words them. */
final class PagerDutyBody {

    private static final String SOURCE = "pagerduty";
    private static final int KEY_LENGTH = 32;
    private static final int LONGEST_DEDUP_KEY = 255;
    private static final int LONGEST_SUMMARY = 1024;
    private static final List<String> SEVERITIES = List.of("critical", "error", "warning", "info");
    /** How Alertmanager writes a label into the details: {@code  - service = payments}. */
    private static final Pattern LABEL = Pattern.compile("(?m)^ - ([^=\\n]{1,100}?) = (.*)$");

    private final JsonFields body;
    private final List<String> errors = new ArrayList<>();

    private PagerDutyBody(JsonFields body) {
        this.body = body;
    }

    /** Who sends it, and what. */
    record Read(String routingKey, KeyedEvent event) {}

    static Read read(JsonFields body) {
        var reader = new PagerDutyBody(body);
        var read = reader.read();
        if (read == null || !reader.errors.isEmpty()) {
            throw new InvalidEvent(reader.errors);
        }
        return read;
    }

    private @Nullable Read read() {
        var routingKey = string(body, "routing_key");
        if (routingKey.length() != KEY_LENGTH) {
            errors.add("Length of 'routing_key' is incorrect (should be %d characters)".formatted(KEY_LENGTH));
        }
        var action = action();
        var payload = action == KeyedEvent.Action.TRIGGER || body.has("payload") ? body.object("payload") : null;
        if (action == KeyedEvent.Action.TRIGGER) {
            checkPayload(payload);
        }
        var key = dedupKey(action);
        var at = payload == null ? null : payload.instantOrNull("timestamp");
        if (payload != null && payload.has("timestamp") && at == null) {
            errors.add("'payload.timestamp' is not a date and time with offset");
        }
        if (action == null) {
            return null;
        }
        var labels = labels(payload);
        return new Read(routingKey, new KeyedEvent(SOURCE, key, action, at, labels, annotations(payload)));
    }

    private KeyedEvent.@Nullable Action action() {
        var action = string(body, "event_action");
        if (action.isBlank()) {
            errors.add("'event_action' is missing or blank");
            return null;
        }
        try {
            return KeyedEvent.Action.valueOf(action.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            errors.add("'event_action' is invalid (must be one of trigger, acknowledge, resolve)");
            return null;
        }
    }

    private String dedupKey(KeyedEvent.@Nullable Action action) {
        var key = string(body, "dedup_key");
        if (key.length() > LONGEST_DEDUP_KEY) {
            errors.add("Length of 'dedup_key' is incorrect (should be at most %d characters)"
                    .formatted(LONGEST_DEDUP_KEY));
        }
        if (key.isBlank() && action != null && action != KeyedEvent.Action.TRIGGER) {
            errors.add("'dedup_key' is missing or blank");
        }
        return key.isBlank() ? UUID.randomUUID().toString().replace("-", "") : key;
    }

    private void checkPayload(@Nullable JsonFields payload) {
        if (payload == null) {
            errors.add("'payload' is missing or blank");
            return;
        }
        var summary = string(payload, "summary");
        if (summary.isBlank()) {
            errors.add("'payload.summary' is missing or blank");
        } else if (summary.length() > LONGEST_SUMMARY) {
            errors.add("Length of 'payload.summary' is incorrect (should be at most %d characters)"
                    .formatted(LONGEST_SUMMARY));
        }
        if (string(payload, "source").isBlank()) {
            errors.add("'payload.source' is missing or blank");
        }
        var severity = string(payload, "severity");
        if (severity.isBlank()) {
            errors.add("'payload.severity' is missing or blank");
        } else if (!SEVERITIES.contains(severity)) {
            errors.add("'payload.severity' is invalid (must be one of %s)".formatted(String.join(", ", SEVERITIES)));
        }
    }

    private static Map<String, String> labels(@Nullable JsonFields payload) {
        var labels = new LinkedHashMap<String, String>();
        if (payload == null) {
            return labels;
        }
        for (var name : List.of("severity", "source", "component", "group", "class")) {
            var value = payload.isText(name) ? string(payload, name) : "";
            if (!value.isBlank()) {
                labels.put(name, value);
            }
        }
        var details = payload.isObject("custom_details") ? payload.texts("custom_details") : Map.<String, String>of();
        details.forEach((name, value) -> {
            if (!value.isBlank() && value.length() <= 200 && value.indexOf('\n') < 0) {
                labels.putIfAbsent(name, value);
            }
        });
        var told = details.getOrDefault("firing", "").isBlank()
                ? details.getOrDefault("resolved", "")
                : details.get("firing");
        alertmanagerLabels(told == null ? "" : told).forEach(labels::putIfAbsent);
        if (labels.containsKey("class")) {
            labels.putIfAbsent("alertname", labels.get("class"));
        }
        if (labels.containsKey("component")) {
            labels.putIfAbsent("service", labels.get("component"));
        }
        return labels;
    }

    /** The labels of the first alert in Alertmanager's details: its events carry them nowhere else. */
    private static Map<String, String> alertmanagerLabels(String details) {
        var labels = new LinkedHashMap<String, String>();
        if (details.startsWith("Labels:")) {
            var end = details.indexOf("Annotations:");
            var matcher = LABEL.matcher(end < 0 ? details : details.substring(0, end));
            while (matcher.find()) {
                labels.put(matcher.group(1), matcher.group(2));
            }
        }
        return labels;
    }

    private Map<String, String> annotations(@Nullable JsonFields payload) {
        var annotations = new LinkedHashMap<String, String>();
        if (payload != null) {
            annotations.put("summary", string(payload, "summary"));
            annotations.put("description", payload.plain("custom_details"));
        }
        annotations.put("client", body.plain("client"));
        annotations.put("client_url", body.plain("client_url"));
        annotations.values().removeIf(String::isBlank);
        return annotations;
    }

    private static String string(JsonFields fields, String name) {
        return fields.isText(name) ? fields.plain(name) : "";
    }
}
