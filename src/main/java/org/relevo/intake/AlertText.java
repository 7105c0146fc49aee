package org.relevo.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;

/** What people read of alerts. Links are told as text, because whoever sends alerts chooses them. */
final class AlertText {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, String> LINKS = Map.of(
            "runbook_url", "Runbook",
            "generatorURL", "Source",
            "dashboardURL", "Dashboard",
            "panelURL", "Panel",
            "client_url", "Client");

    private AlertText() {}

    /** The summary, or else the alert's name, with the service where the summary does not say it. */
    static String title(Alert alert, @Nullable String service) {
        var summary = alert.annotations().get("summary");
        var title = oneLine(summary == null || summary.isBlank() ? alert.name() : summary);
        if (service != null && !title.toLowerCase(Locale.ROOT).contains(service.toLowerCase(Locale.ROOT))) {
            title += " (" + service + ")";
        }
        return clip(title, LONGEST_TITLE);
    }

    static String description(List<Alert> alerts) {
        return clip(alerts.stream().map(AlertText::paragraph).collect(Collectors.joining("\n\n")), LONGEST_DESCRIPTION);
    }

    private static String paragraph(Alert alert) {
        var text = new StringBuilder(alert.name());
        var description = alert.annotations().getOrDefault("description", "");
        if (!description.isBlank()) {
            text.append(": ").append(description.strip());
        }
        text.append("\nLabels: ")
                .append(alert.labels().entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", ")));
        LINKS.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(link -> {
            var address = alert.annotations().getOrDefault(link.getKey(), "");
            if (!address.isBlank()) {
                text.append('\n').append(link.getValue()).append(": ").append(address.strip());
            }
        });
        return text.toString();
    }

    static String fires(Alert alert) {
        return clip("%s fires since %s.".formatted(oneLine(alert.name()), at(alert.startsAt())), 500);
    }

    static String resolved(Alert alert, boolean seenFiring) {
        var when = alert.endsAt() == null ? "" : " at " + at(alert.endsAt());
        var since = seenFiring ? "" : "; it fired since %s and was never seen firing".formatted(at(alert.startsAt()));
        return clip("%s resolved%s%s.".formatted(oneLine(alert.name()), when, since), 500);
    }

    static String graver(String title, Priority alone, @Nullable Priority incident) {
        return "“%s” would be %s by itself; the incident stays %s."
                .formatted(title, alone, incident == null ? "without a priority" : incident);
    }

    static String allResolved(int alerts) {
        return alerts == 1 ? "its alert is resolved" : "all %d alerts are resolved".formatted(alerts);
    }

    private static String at(Instant instant) {
        return AT.format(instant);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String clip(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }
}
