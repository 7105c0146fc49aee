package org.relevo.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/**
 * A whole calendar as people write it.
 *
 * @param schedule the week's hours, and those from a later date on: {@code mon-fri 08:00-17:00; from 2027-01-01: …}
 * @param holidays days that differ, such as {@code --12-24 Christmas Eve; hours 2026-12-31=08:00-12:00}
 * @param country the country whose national holidays are off, by ISO 3166 such as {@code de}, or blank
 * @param region its subdivision such as {@code by}, or blank
 * @param ics a company's holidays as iCalendar, or blank
 */
public record CalendarContent(
        String name, String zone, String schedule, String holidays, String country, String region, String ics) {

    private static final int LONGEST_NAME = 100;

    /** What one can compute with. Refuses with all problems at once, each under its field. */
    public WorkingTime time() {
        var problems = new ArrayList<FieldProblem>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem(
                    "name", "Give the calendar a name of at most %d characters.".formatted(LONGEST_NAME)));
        }
        var time = read(problems);
        if (!problems.isEmpty() || time == null) {
            throw new Refusal.Invalid(problems);
        }
        return time;
    }

    private @Nullable WorkingTime read(List<FieldProblem> problems) {
        var where = field("timezone", problems, () -> zone(zone));
        var weeks = field("schedule", problems, () -> Schedules.parse(schedule));
        var special = field("holidays", problems, () -> SpecialDays.parse(holidays));
        var national = field("country", problems, () -> NationalHolidays.of(country.strip(), region.strip()));
        var company = field("ics", problems, () -> IcsHolidays.parse(ics));
        return where == null || weeks == null || special == null || national == null || company == null
                ? null
                : new WorkingTime(new Timetable(
                        where,
                        weeks,
                        special,
                        Stream.concat(company.stream(), national.stream()).toList()));
    }

    private static <T> @Nullable T field(String name, List<FieldProblem> problems, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(name, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static ZoneId zone(String text) {
        try {
            var zone = ZoneId.of(text.strip());
            // The iCalendar library registers names of its own, for which there are no rules.
            if (zone.getRules() != null) {
                return zone;
            }
            throw new DateTimeException("no rules");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no time zone. Use a name such as Europe/Berlin, or UTC.".formatted(Words.clip(text)), e);
        }
    }
}
