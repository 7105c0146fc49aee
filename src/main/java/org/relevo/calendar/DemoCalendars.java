package org.relevo.calendar;

import java.time.Clock;
import org.relevo.people.DemoRemoved;
import org.relevo.people.DemoSeeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Two calendars of the demo organisation: a plant in Bavaria, and an office in Madrid. */
@Component
class DemoCalendars {

    private static final CalendarContent PLANT = new CalendarContent(
            "Plant hours",
            "Europe/Berlin",
            "mon-fri 06:00-22:00\nsat 06:00-14:00",
            "2026-08-03/2026-08-14 Works holidays\n--12-24 Christmas Eve\nhours 2026-12-31=06:00-12:00",
            "de",
            "by",
            "");

    private static final CalendarContent OFFICE = new CalendarContent(
            "Office hours",
            "Europe/Madrid",
            "mon-thu 09:00-14:00,15:00-18:30\nfri 08:00-15:00",
            "--12-24 Christmas Eve\n--12-31 New Year's Eve",
            "es",
            "md",
            "");

    private final CalendarTables tables;
    private final StoredCalendars calendars;
    private final Clock clock;

    DemoCalendars(CalendarTables tables, StoredCalendars calendars, Clock clock) {
        this.tables = tables;
        this.calendars = calendars;
        this.clock = clock;
    }

    @EventListener
    void enter(DemoSeeded seeded) {
        enter("plant", PLANT);
        enter("office", OFFICE);
        calendars.forget();
    }

    private void enter(String key, CalendarContent content) {
        if (tables.create(key, true)) {
            tables.write(key, 1, content, clock.instant(), "relevo", "Comes with the demo organisation");
        }
    }

    /** Cases that were counted by them stay explicable, so they are retired, not deleted. */
    @EventListener
    void remove(DemoRemoved removed) {
        tables.retireDemo(clock.instant());
        calendars.forget();
    }
}
