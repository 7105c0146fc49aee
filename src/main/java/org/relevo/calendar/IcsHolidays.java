package org.relevo.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * The whole days of an iCalendar file; events with a time of day are no holidays. The file is hostile until proven
 * otherwise: of its lines only those that say which days are off reach the parser, so that no time zone of it is looked
 * up and no address of it is opened, and of repetitions only yearly ones are worked out.
 */
final class IcsHolidays {

    private static final int LONGEST = 512 * 1024;
    private static final int MOST_EVENTS = 1000;
    private static final int MOST_YEARLY = 50;
    private static final int MOST_DAYS = 366;

    private IcsHolidays() {}

    static List<HolidaySource> parse(String ics) {
        if (ics.isBlank()) {
            return List.of();
        }
        if (ics.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The ICS file has %,d characters. Shorten it to %,d.".formatted(ics.length(), LONGEST));
        }
        try {
            return sources(
                    new CalendarBuilder().build(new StringReader(relevant(ics))).getComponents(Component.VEVENT));
        } catch (IOException | ParserException | RuntimeException e) {
            if (e instanceof IllegalArgumentException known
                    && known.getMessage() != null
                    && known.getMessage().startsWith("The ICS")) {
                throw known;
            }
            throw new IllegalArgumentException(
                    "The ICS file cannot be read. Export it again as iCalendar (RFC 5545), with whole-day events.", e);
        }
    }

    /** Only events that last whole days, and of these only the lines that say which. */
    private static String relevant(String ics) {
        var kept = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Relevo//EN\r\n");
        var unfolded =
                ics.replaceAll("\\r?\\n[ \\t]", "").lines().map(String::strip).toList();
        if (unfolded.stream().noneMatch("BEGIN:VCALENDAR"::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "The ICS text does not begin with BEGIN:VCALENDAR. Paste the whole file.");
        }
        int events = 0;
        int yearly = 0;
        List<String> event = null;
        for (String line : unfolded) {
            var name = line.split("[:;]", 2)[0].toUpperCase(Locale.ROOT);
            if (line.equalsIgnoreCase("BEGIN:VEVENT")) {
                event = new ArrayList<>();
            } else if (line.equalsIgnoreCase("END:VEVENT") && event != null) {
                if (event.stream().anyMatch(l -> l.matches("DTSTART:\\d{8}"))) {
                    yearly += event.stream().anyMatch(l -> l.startsWith("RRULE")) ? 1 : 0;
                    events++;
                    append(kept, event);
                }
                event = null;
            } else if (event != null
                    && List.of("DTSTART", "DTEND", "SUMMARY", "RRULE").contains(name)) {
                event.add(kept(name, line));
            }
        }
        if (events > MOST_EVENTS || yearly > MOST_YEARLY) {
            throw new IllegalArgumentException(
                    "The ICS file has too many events. At most %,d are read, %d of them yearly."
                            .formatted(MOST_EVENTS, MOST_YEARLY));
        }
        return kept.append("END:VCALENDAR\r\n").toString();
    }

    private static void append(StringBuilder kept, List<String> event) {
        kept.append("BEGIN:VEVENT\r\n");
        event.forEach(line -> kept.append(line.matches("DT\\w+:\\d{8}") ? line.replace(":", ";VALUE=DATE:") : line)
                .append("\r\n"));
        kept.append("END:VEVENT\r\n");
    }

    private static String kept(String name, String line) {
        var value = line.substring(line.lastIndexOf(':') + 1);
        if (name.equals("RRULE")
                && !value.toUpperCase(Locale.ROOT)
                        .matches(
                                "FREQ=YEARLY(;(COUNT|UNTIL|INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|WKST)=[A-Z0-9+-]{1,16})*")) {
            throw new IllegalArgumentException(
                    "The ICS file repeats an event other than yearly (%s). Write such days one by one."
                            .formatted(Words.clip(value)));
        }
        return name.equals("SUMMARY")
                ? "SUMMARY:" + Words.clip(line.substring(line.indexOf(':') + 1))
                : name + ":" + value;
    }

    private static List<HolidaySource> sources(List<VEvent> events) {
        var single = new HashMap<LocalDate, String>();
        var yearly = new ArrayList<VEvent>();
        for (VEvent event : events) {
            if (event.getProperty("RRULE").isPresent()) {
                yearly.add(event);
            } else {
                var from = date(event.<DtStart<Temporal>>getProperty("DTSTART")
                        .orElseThrow()
                        .getDate());
                var to = event.<DtEnd<Temporal>>getProperty("DTEND")
                        .map(end -> date(end.getDate()))
                        .orElse(from.plusDays(1));
                days(single, from, to, name(event));
            }
        }
        return List.of(single::get, new HolidayYears(year -> in(yearly, year)));
    }

    private static Map<LocalDate, String> in(List<VEvent> yearly, int year) {
        var days = new HashMap<LocalDate, String>();
        var window = new Period<>(LocalDate.of(year, 1, 1).minusDays(MOST_DAYS), LocalDate.of(year + 1, 1, 1));
        for (VEvent event : yearly) {
            for (Period<LocalDate> period : event.<LocalDate>calculateRecurrenceSet(window)) {
                days(days, period.getStart(), period.getEnd(), name(event));
            }
        }
        return days;
    }

    private static void days(Map<LocalDate, String> days, LocalDate from, LocalDate to, String name) {
        int count = 0;
        var date = from;
        do {
            days.putIfAbsent(date, name);
            date = date.plusDays(1);
        } while (date.isBefore(to) && ++count < MOST_DAYS);
    }

    private static LocalDate date(Temporal at) {
        return LocalDate.from(at);
    }

    private static String name(VEvent event) {
        return event.getProperty("SUMMARY")
                .map(p -> p.getValue())
                .filter(s -> !s.isBlank())
                .orElse("day off");
    }
}
