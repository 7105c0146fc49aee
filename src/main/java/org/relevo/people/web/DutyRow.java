package org.relevo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Teams.Duty;

/** A team's duty with the handover as the team's own clocks show it. */
record DutyRow(Duty duty, String handover) {

    static List<DutyRow> of(List<Duty> duties, Locale locale) {
        return duties.stream()
                .map(duty -> new DutyRow(duty, said(duty.handover(), duty.team().zone(), locale)))
                .toList();
    }

    private static String said(@Nullable Instant at, ZoneId zone, Locale locale) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(at.atZone(zone)) + " (" + zone.getId()
                        + ")";
    }
}
