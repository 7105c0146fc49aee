package org.relevo.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relevo.calendar.Calculation;
import org.relevo.calendar.CalendarRevision;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds to a calendar's working time and measures it; the address holds the whole question. */
@Controller
class CalculatorPage {

    private static final int MOST_LINES = 400;

    private final Calendars calendars;

    CalculatorPage(Calendars calendars) {
        this.calendars = calendars;
    }

    /** A line of the ledger on the calendar's own clock. */
    record Line(String from, String to, boolean open, String why, String worked) {}

    @GetMapping("/calendars/calculator")
    String show(
            Actor who,
            @RequestParam(defaultValue = "always") String calendar,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "ADD") String operation,
            @RequestParam(defaultValue = "") String argument,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("calendars", calendars.all());
        model.addAttribute("operations", Calculation.Operation.values());
        model.addAttribute(
                "typed", Map.of("calendar", calendar, "start", start, "operation", operation, "argument", argument));
        model.addAttribute("problems", Map.of());
        if (!start.isBlank()) {
            try {
                answer(calendar, start.strip(), operation, argument.strip(), model);
            } catch (Refusal.Invalid refused) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("problems", FieldProblems.of(refused));
            }
        }
        return "calendar/calculator";
    }

    private void answer(String key, String start, String operation, String argument, Model model) {
        var calendar = calendars
                .find(key)
                .orElseThrow(
                        () -> new Refusal.Invalid("calendar", "There is no such calendar. Choose one from the list."));
        var asked = operation(operation);
        var measures = asked == Calculation.Operation.ELAPSED || asked == Calculation.Operation.BUSINESS_DAYS_BETWEEN;
        var calculation = Calculation.of(
                calendar.time(),
                instant("start", start, calendar),
                asked,
                measures ? instant("argument", argument, calendar).toString() : argument);
        model.addAttribute("calculation", calculation);
        model.addAttribute("zone", calendar.time().zone());
        model.addAttribute("lines", lines(calculation, calendar));
        model.addAttribute("omitted", Math.max(0, calculation.ledger().size() - MOST_LINES));
    }

    private static List<Line> lines(Calculation calculation, CalendarRevision calendar) {
        var zone = calendar.time().zone();
        return calculation.ledger().stream()
                .limit(MOST_LINES)
                .map(span -> new Line(
                        Calculation.at(span.from(), zone),
                        Calculation.at(span.to(), zone),
                        span.open(),
                        span.why() == null ? "" : span.why(),
                        span.open() ? span.length().toString() : ""))
                .toList();
    }

    private static Calculation.Operation operation(String name) {
        try {
            return Calculation.Operation.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("operation", "That cannot be computed. Choose from the list.");
        }
    }

    /** With an offset, or without one as the calendar's own clock shows it. */
    private static Instant instant(String field, String text, CalendarRevision calendar) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T'))
                            .atZone(calendar.time().zone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(field, "This is no date and time. Write it as 2026-01-31T08:15.");
        }
    }
}
