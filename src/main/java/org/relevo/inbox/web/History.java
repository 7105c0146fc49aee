package org.relevo.inbox.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.TimelineEvent;

/**
 * What happened to a case, the newest first.
 *
 * @param events as shown
 * @param more how many older ones are not shown
 */
record History(List<Entry> events, int more) {

    /**
     * @param newDay whether it begins another day than the one shown before it
     * @param tone colour: {@code late}, {@code ok}, {@code go} or none
     * @param by name of whoever did it, where the text does not name it already
     */
    record Entry(
            Instant at,
            boolean newDay,
            String tone,
            String text,
            @Nullable String reason,
            String by) {}

    static History of(List<TimelineEvent> timeline, Names names, ZoneId zone, int limit) {
        var newest = new ArrayList<>(timeline);
        java.util.Collections.reverse(newest);
        newest.sort(Comparator.comparing(TimelineEvent::at).reversed());
        var shown = newest.subList(0, Math.min(limit, newest.size()));
        var entries = new ArrayList<Entry>();
        for (var event : shown) {
            var day = event.at().atZone(zone).toLocalDate();
            var newDay = entries.isEmpty()
                    || !entries.get(entries.size() - 1)
                            .at()
                            .atZone(zone)
                            .toLocalDate()
                            .equals(day);
            var by = names.person(event.by());
            var named = event.text().contains(by) || event.text().contains(event.by());
            entries.add(
                    new Entry(event.at(), newDay, tone(event.kind()), event.text(), event.reason(), named ? "" : by));
        }
        return new History(entries, newest.size() - shown.size());
    }

    private static String tone(String kind) {
        var word = kind.toUpperCase(Locale.ROOT);
        if (contains(word, "ESCALAT", "BREACH", "MISSED", "UNDELIVERED", "FAILED")) {
            return "late";
        }
        if (contains(word, "ACKNOWLEDGED", "RESOLVED", "COMPLETED", "MET", "CLOSED", "DELIVERED")) {
            return "ok";
        }
        return contains(word, "CLAIM", "PROPOSED") ? "go" : "";
    }

    private static boolean contains(String word, String... parts) {
        return List.of(parts).stream().anyMatch(word::contains);
    }
}
