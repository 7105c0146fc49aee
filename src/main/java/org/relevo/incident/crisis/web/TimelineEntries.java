package org.relevo.incident.crisis.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.Tone;
import org.relevo.platform.web.Paged;
import org.relevo.workitem.TimelineEvent;

/**
 * What happened to a case, the newest first.
 *
 * @param page which of those that match are shown
 */
public record TimelineEntries(List<Entry> events, Paged page) {

    static final int SHOWN = 200;

    /**
     * @param newDay whether it begins another day than the one shown before it
     * @param by name of whoever did it, where the text does not name it already
     */
    public record Entry(
            Instant at,
            boolean newDay,
            String tone,
            String text,
            @Nullable String reason,
            String by) {}

    static TimelineEntries of(List<TimelineEvent> timeline, TimelineQuery query, PersonNames names, ZoneId zone) {
        var newest = new ArrayList<>(
                timeline.stream().filter(event -> query.matches(event, names)).toList());
        Collections.reverse(newest);
        newest.sort(Comparator.comparing(TimelineEvent::at).reversed());
        var page = Paged.asked(query.part(), SHOWN, newest.size());
        var shown = newest.subList((int) Math.max(0, page.first() - 1), (int) page.last());
        var entries = new ArrayList<Entry>();
        Instant before = null;
        for (var event : shown) {
            var newDay = before == null
                    || !before.atZone(zone)
                            .toLocalDate()
                            .equals(event.at().atZone(zone).toLocalDate());
            before = event.at();
            var by = names.person(event.by());
            var named = event.text().contains(by) || event.text().contains(event.by());
            entries.add(new Entry(
                    event.at(), newDay, Tone.of(event.kind()), event.text(), event.reason(), named ? "" : by));
        }
        return new TimelineEntries(List.copyOf(entries), page);
    }
}
