package org.relevo.calendar;

import java.time.Instant;

/** A revision as it was written: by whom, when and why. */
public record WrittenRevision(
        long id, String calendar, int number, CalendarContent content, Instant at, String by, String why) {}
