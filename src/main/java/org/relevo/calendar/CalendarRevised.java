package org.relevo.calendar;

import java.time.Instant;

public record CalendarRevised(String key, long previousRevision, long revision, Instant at) {}
