package org.relevo.calendar;

import java.time.ZoneOffset;
import java.util.*;
import org.springframework.stereotype.Component;

@Component
class TempCalendars implements Calendars {
    private static final CalendarRevision ALWAYS =
            new CalendarRevision(1, "always", "Always", 1, WorkingTime.aroundTheClock(ZoneOffset.UTC));

    public Optional<CalendarRevision> find(String key) {
        return key.equals("always") ? Optional.of(ALWAYS) : Optional.empty();
    }

    public CalendarRevision revision(long id) {
        return ALWAYS;
    }

    public List<CalendarRevision> all() {
        return List.of(ALWAYS);
    }
}
