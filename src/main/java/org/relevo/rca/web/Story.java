package org.relevo.rca.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.TimelineEvent;

/** What happened to an analysis, the newest first, in the form in which every timeline is shown. */
record Story(List<Entry> events) {

    record Entry(
            Instant at,
            boolean newDay,
            String tone,
            String text,
            @Nullable String reason,
            String by) {}

    static Story of(List<TimelineEvent> timeline, Callings names, ZoneId zone) {
        var entries = new ArrayList<Entry>();
        for (var i = timeline.size() - 1; i >= 0; i--) {
            var event = timeline.get(i);
            var newDay = entries.isEmpty()
                    || !day(entries.get(entries.size() - 1).at(), zone).equals(day(event.at(), zone));
            entries.add(new Entry(
                    event.at(), newDay, tone(event.kind()), event.text(), event.reason(), names.person(event.by())));
        }
        return new Story(entries);
    }

    private static java.time.LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    /** The colour of an event: {@code late}, {@code ok}, {@code go} or none. */
    static String tone(String kind) {
        if (any(kind, "ESCALAT", "BREACH", "REPEATED", "REOPENED", "INEFFECTIVE", "RETURNED", "UNDELIVERED")) {
            return "late";
        }
        if (any(
                kind,
                "APPROVED",
                "DELIVERED",
                "EFFECTIVE",
                "DONE",
                "PROVEN",
                "COMPLETED",
                "RESOLVED",
                "ACKNOWLEDGED")) {
            return "ok";
        }
        return any(kind, "SUBMITTED", "CLAIM", "ASKED", "PLANNED") ? "go" : "";
    }

    private static boolean any(String kind, String... words) {
        return List.of(words).stream().anyMatch(kind::contains);
    }
}
