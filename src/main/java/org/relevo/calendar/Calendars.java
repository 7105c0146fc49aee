package org.relevo.calendar;

import java.util.*;

public interface Calendars {
    Optional<CalendarRevision> find(String key);

    CalendarRevision revision(long id);

    List<CalendarRevision> all();
}
