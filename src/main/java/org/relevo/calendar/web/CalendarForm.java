package org.relevo.calendar.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.CalendarContent;
import org.relevo.calendar.WrittenRevision;

/** What is typed into the form of a calendar; {@code seen} is the number of the revision that was edited. */
record CalendarForm(
        String key,
        String name,
        String timezone,
        String schedule,
        String nextFrom,
        String nextHours,
        String holidays,
        String country,
        String region,
        String ics,
        String why,
        String seen) {

    static final CalendarForm BLANK =
            new CalendarForm("", "", "UTC", "mon-fri 09:00-17:00", "", "", "", "", "", "", "", "0");

    CalendarForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String timezone,
            @Nullable String schedule,
            @Nullable String nextFrom,
            @Nullable String nextHours,
            @Nullable String holidays,
            @Nullable String country,
            @Nullable String region,
            @Nullable String ics,
            @Nullable String why,
            @Nullable String seen) {
        this.key = text(key);
        this.name = text(name);
        this.timezone = text(timezone);
        this.schedule = text(schedule);
        this.nextFrom = text(nextFrom);
        this.nextHours = text(nextHours);
        this.holidays = text(holidays);
        this.country = text(country);
        this.region = text(region);
        this.ics = text(ics);
        this.why = text(why);
        this.seen = text(seen);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static CalendarForm of(WrittenRevision revision) {
        var c = revision.content();
        return new CalendarForm(
                revision.calendar(),
                c.name(),
                c.zone(),
                c.schedule(),
                "",
                "",
                c.holidays(),
                c.country(),
                c.region(),
                c.ics(),
                "",
                String.valueOf(revision.number()));
    }

    CalendarForm withIcs(String file) {
        return file.isBlank()
                ? this
                : new CalendarForm(
                        key, name, timezone, schedule, nextFrom, nextHours, holidays, country, region, file, why, seen);
    }

    /** New hours from a date on become one more schedule; the earlier ones stay for the time before. */
    CalendarContent content() {
        var whole = nextFrom.isBlank() && nextHours.isBlank()
                ? schedule
                : "%s\nfrom %s: %s".formatted(schedule.strip(), nextFrom.strip(), nextHours.strip());
        return new CalendarContent(
                name.strip(), timezone.strip(), whole, holidays, country.strip(), region.strip(), ics);
    }

    int seenNumber() {
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
    }
}
