package org.relevo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Teams.Duty;
import org.relevo.people.Teams.LayerDuty;

/** A team's layers with their handovers as the team's own clocks show them. */
record DutyRow(Duty duty, List<Line> lines) {

    record Line(LayerDuty duty, String handover) {}

    static List<DutyRow> of(List<Duty> duties, Locale locale) {
        return duties.stream().map(duty -> of(duty, locale)).toList();
    }

    static DutyRow of(Duty duty, Locale locale) {
        var zone = duty.team().zone();
        return new DutyRow(
                duty,
                duty.layers().stream()
                        .map(layer -> new Line(layer, said(layer.handover(), zone, locale)))
                        .toList());
    }

    private static String said(@Nullable Instant at, ZoneId zone, Locale locale) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(at.atZone(zone)) + " (" + zone.getId()
                        + ")";
    }
}
