package org.relevo.calendar;

/** One state of a calendar that never changes again; sums made with it can be made again for ever. */
public record CalendarRevision(long id, String key, String name, int number, WorkingTime time) {}
