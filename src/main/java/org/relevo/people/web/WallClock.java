package org.relevo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says times as a clock on the wall in one zone shows them. In templates: {@code ${wall.at(instant)}}. */
public record WallClock(ZoneId zone, Locale locale) {

    /** {@code Mon 2 Mar 08:00}. */
    public String at(Instant at) {
        return said("EEE d MMM HH:mm", at);
    }

    /** {@code Mon 2 Mar 08:00 – 18:00} within a day, otherwise with both days. */
    public String span(Instant from, Instant to) {
        var sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        return at(from) + " – " + (sameDay ? time(to) : at(to));
    }

    /** {@code Mon 08:00}. */
    public String weekday(Instant at) {
        return said("EEE HH:mm", at);
    }

    public String time(Instant at) {
        return said("HH:mm", at);
    }

    /** {@code 2 Mar}. */
    public String day(Instant at) {
        return said("d MMM", at);
    }

    private String said(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }
}
