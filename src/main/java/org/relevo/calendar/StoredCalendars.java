package org.relevo.calendar;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.relevo.platform.Refusal;
import org.relevo.platform.Remembered;
import org.springframework.stereotype.Component;

/** Keeps revisions, which never change, and asks at most every two seconds which is the latest. */
@Component
class StoredCalendars implements Calendars {

    private static final int REVISIONS_KEPT = 500;

    private final CalendarTables tables;
    private final Map<Long, CalendarRevision> revisions = new ConcurrentHashMap<>();
    private final Remembered<Map<String, Long>> latest;

    StoredCalendars(CalendarTables tables) {
        this.tables = tables;
        this.latest = new Remembered<>(Duration.ofSeconds(2), tables::latest);
    }

    @Override
    public Optional<CalendarRevision> find(String key) {
        return Optional.ofNullable(latest.get().get(key)).map(this::revision);
    }

    @Override
    public CalendarRevision revision(long id) {
        var known = revisions.get(id);
        if (known != null) {
            return known;
        }
        var read = tables.find(id)
                .map(written -> new CalendarRevision(
                        id,
                        written.calendar(),
                        written.content().name(),
                        written.number(),
                        written.content().time()))
                .orElseThrow(() -> new Refusal.NotFound("There is no calendar revision %d.".formatted(id)));
        if (revisions.size() >= REVISIONS_KEPT) {
            revisions.clear();
        }
        revisions.put(id, read);
        return read;
    }

    @Override
    public List<CalendarRevision> all() {
        return latest.get().values().stream()
                .map(this::revision)
                .sorted(Comparator.comparing(CalendarRevision::name).thenComparing(CalendarRevision::key))
                .toList();
    }

    void forget() {
        latest.forget();
    }
}
