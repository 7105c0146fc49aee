package org.relevo.calendar;

import java.time.Instant;

/** A calendar has a new revision; what is computed with it from now on may come out differently. */
public record CalendarRevised(String key, long previousRevision, long revision, Instant at) {}
