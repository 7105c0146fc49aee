package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;

/**
 * Time-driven work that its scheduled execution did not do in time, so that the watchdog did it.
 *
 * @param at by the database's clock
 * @param kind of the work: {@code commitment} or {@code escalation}
 * @param node where the watchdog found it
 */
public record Fault(
        Instant at, String kind, long subject, String workItem, Instant dueAt, Duration late, String node) {}
