package org.relevo.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Calculation;
import org.relevo.calendar.CalendarContent;
import org.relevo.calendar.CalendarDesk;
import org.relevo.calendar.CalendarRevision;
import org.relevo.calendar.Calendars;
import org.relevo.calendar.WorkingTime;
import org.relevo.calendar.WrittenRevision;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars for programs, and sums of working time. */
@RestController
@Tag(name = "Calendars")
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarsApi {

    private static final int MOST_LINES = 2000;
    private static final int LONGEST = 100_000;

    private final Calendars calendars;
    private final CalendarDesk desk;

    CalendarsApi(Calendars calendars, CalendarDesk desk) {
        this.calendars = calendars;
        this.desk = desk;
    }

    record Summary(String key, String name, int revision, String timezone) {
        static Summary of(CalendarRevision revision) {
            return new Summary(
                    revision.key(),
                    revision.name(),
                    revision.number(),
                    revision.time().zone().getId());
        }
    }

    record Whole(String key, int revision, CalendarContent content, Instant revisedAt, String revisedBy, String why) {
        static Whole of(WrittenRevision r) {
            return new Whole(r.calendar(), r.number(), r.content(), r.at(), r.by(), r.why());
        }
    }

    /** What a request may hold: a calendar's key, or timezone, schedule and holidays. */
    private record Question(
            String calendar,
            String timezone,
            String schedule,
            String holidays,
            Instant start,
            Calculation.Operation operation,
            String argument) {}

    /**
     * @param sum working time in ISO 8601
     * @param omitted how many lines the ledger would have beyond those that are sent; the sum counts them too
     */
    record Answer(String result, List<Line> ledger, Duration sum, int omitted) {}

    record Line(
            String from, String to, boolean open, @Nullable String why, Duration worked) {}

    @GetMapping("/calendars")
    @Operation(summary = "The calendars there are, each in its latest revision")
    List<Summary> list(Actor who) {
        return calendars.all().stream().map(Summary::of).toList();
    }

    @GetMapping("/calendars/{key}")
    @Operation(summary = "A calendar's latest revision, whole")
    Whole show(@PathVariable String key, Actor who) {
        return Whole.of(desk.revisions(key).get(0));
    }

    @PostMapping(path = "/working-time", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Adds to working time or measures it, with a ledger",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Question.class))))
    Answer compute(HttpServletRequest request, Actor who) {
        var body = JsonBody.object(request);
        body.only("calendar", "timezone", "schedule", "holidays", "start", "operation", "argument");
        var time = time(body);
        var start = body.instant("start");
        var operation = body.choice("operation", Calculation.Operation.class);
        var argument = Objects.requireNonNullElse(body.textOrNull("argument", 100), "");
        body.check();
        try {
            return answer(
                    Objects.requireNonNull(time),
                    Calculation.of(time, Objects.requireNonNull(start), Objects.requireNonNull(operation), argument));
        } catch (Refusal.Invalid refused) {
            throw refused(body, refused);
        }
    }

    private @Nullable WorkingTime time(JsonFields body) {
        if (body.has("calendar")) {
            List.of("timezone", "schedule", "holidays").stream()
                    .filter(body::has)
                    .forEach(name -> body.refuse(name, "Stands in the calendar. Leave it out, or leave out calendar."));
            var key = body.text("calendar");
            var found = calendars.find(key);
            if (found.isEmpty()) {
                body.refuse("calendar", "There is no such calendar. GET /api/v1/calendars lists them.");
            }
            return found.map(CalendarRevision::time).orElse(null);
        }
        var zone = body.text("timezone");
        var schedule = body.textOrNull("schedule", LONGEST);
        var holidays = body.textOrNull("holidays", LONGEST);
        if (schedule == null) {
            body.refuse("schedule", "Missing. Write it as mon 09:00-17:00; tue 08:00-12:00,13:00-18:00.");
        }
        body.check();
        try {
            return new CalendarContent(
                            "asked",
                            zone,
                            Objects.requireNonNullElse(schedule, ""),
                            Objects.requireNonNullElse(holidays, ""),
                            "",
                            "",
                            "")
                    .time();
        } catch (Refusal.Invalid refused) {
            refused.problems().forEach(problem -> body.refuse(problem.field(), problem.message()));
            return null;
        }
    }

    private static Refusal refused(JsonFields body, Refusal.Invalid refused) {
        return new Refusal.Invalid(refused.problems().stream()
                .map(p -> new Refusal.FieldProblem(body.pointer(p.field()), p.message()))
                .toList());
    }

    private static Answer answer(WorkingTime time, Calculation calculation) {
        var lines = calculation.ledger().stream()
                .limit(MOST_LINES)
                .map(span -> new Line(
                        Calculation.at(span.from(), time.zone()),
                        Calculation.at(span.to(), time.zone()),
                        span.open(),
                        span.why(),
                        span.open() ? span.length() : Duration.ZERO))
                .toList();
        return new Answer(
                calculation.result(),
                lines,
                calculation.worked(),
                calculation.ledger().size() - lines.size());
    }
}
