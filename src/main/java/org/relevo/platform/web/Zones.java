package org.relevo.platform.web;

import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The time zones that people choose from. */
public final class Zones {

    private Zones() {}

    /** Those of the tz database; a library that reads calendars adds names of its own, which have no rules. */
    public static SortedSet<String> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("ical4j"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
