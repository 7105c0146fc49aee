package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;

/**
 * A running Relevo.
 *
 * @param seenAt when it last did its round, by the database's clock
 * @param clockOffset how far ahead of the database's its clock was then
 * @param works whether it did time-driven work
 */
public record Node(
        String name, String version, Instant startedAt, Instant seenAt, Duration clockOffset, boolean works) {}
