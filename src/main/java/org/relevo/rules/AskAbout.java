package org.relevo.rules;

/**
 * Asks the author of a status about it after a time, and tells the sponsor after a longer one.
 *
 * @param calendar key of the calendar that both count by
 */
public record AskAbout(
        TimeTarget ask, TimeTarget tell, String calendar, String calendarBecause, String rule, String because)
        implements Decision {}
