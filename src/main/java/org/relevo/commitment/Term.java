package org.relevo.commitment;

import java.time.Instant;

/**
 * From when on a commitment counts by which calendar.
 *
 * @param revision of the calendar; it never changes
 */
public record Term(Instant from, String calendar, long revision, String because) {}
