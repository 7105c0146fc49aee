package org.relevo.calendar;

import java.util.List;
import java.util.Optional;

/** The calendars there are, each in its latest revision; revisions that were superseded stay for the sums made by them. */
public interface Calendars {

    /** The calendar that is open around the clock, in UTC. It is always there and cannot be changed. */
    String ALWAYS = "always";

    Optional<CalendarRevision> find(String key);

    /** A revision by its id, however old. */
    CalendarRevision revision(long id);

    /** By name. */
    List<CalendarRevision> all();
}
