package org.relevo.project;

/**
 * That a milestone waits for another.
 *
 * @param before the one that is waited for
 * @param after the one that waits
 * @param lagDays how many days after it at the earliest
 */
public record Dependency(long before, long after, int lagDays) {}
