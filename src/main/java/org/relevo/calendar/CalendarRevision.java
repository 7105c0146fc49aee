package org.relevo.calendar;

public record CalendarRevision(long id, String key, String name, int number, WorkingTime time) {}
