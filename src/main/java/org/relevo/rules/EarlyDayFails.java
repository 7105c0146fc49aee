package org.relevo.rules;

/**
 * Says that a day of early life support does not count.
 *
 * @param criterion {@code TARGETS}, {@code INCIDENTS}, {@code SEVERE}, {@code USERS} or {@code ACTIONS}
 */
public record EarlyDayFails(String criterion, String rule, String because) implements Decision {}
