package org.relevo.calendar;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where calendars are made and revised. */
@Component
public class CalendarDesk {

    private static final int LONGEST_REASON = 500;

    private final CalendarTables tables;
    private final StoredCalendars calendars;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CalendarDesk(
            CalendarTables tables,
            StoredCalendars calendars,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.tables = tables;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** All revisions of a calendar, the latest first. */
    public List<WrittenRevision> revisions(String key) {
        if (calendars.find(key).isEmpty()) {
            throw noSuch(key);
        }
        return tables.revisions(key);
    }

    /** The countries whose national holidays are known, by ISO 3166 in small letters. */
    public static List<String> countries() {
        return NationalHolidays.countries();
    }

    @Transactional
    public void create(Actor by, String key, CalendarContent content, String why) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        check(
                content,
                why,
                key.matches("(?!(new|calculator)$)[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
                        ? null
                        : new FieldProblem(
                                "key", "Write the key in small letters, digits and hyphens, at most 40 of them."));
        if (!tables.create(key, false)) {
            throw new Refusal.Invalid("key", "There is or was a calendar %s. Choose another key.".formatted(key));
        }
        tables.write(key, 1, content, clock.instant(), by.name(), why.strip());
        calendars.forget();
        audit.record(by.name(), "calendar created", key, why.strip());
    }

    /** Writes a new revision, unless somebody else wrote one since the given one was read. */
    @Transactional
    public void revise(Actor by, String key, int seen, CalendarContent content, String why) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        if (key.equals(Calendars.ALWAYS)) {
            throw new Refusal.Conflict(
                    "The calendar always comes with Relevo and stays as it is. Make one of your own.");
        }
        if (!tables.lock(key)) {
            throw noSuch(key);
        }
        check(content, why, null);
        var last = tables.revisions(key).get(0);
        if (last.number() != seen) {
            throw new Refusal.Conflict(
                    "%s wrote revision %d of this calendar while you edited revision %d. Open it in another window, and enter your change there."
                            .formatted(last.by(), last.number(), seen));
        }
        var now = clock.instant();
        var id = tables.write(key, seen + 1, content, now, by.name(), why.strip());
        calendars.forget();
        audit.record(by.name(), "calendar revised", key, why.strip());
        events.publishEvent(new CalendarRevised(key, last.id(), id, now));
    }

    private static void check(CalendarContent content, String why, @Nullable FieldProblem key) {
        var problems = new ArrayList<FieldProblem>();
        if (key != null) {
            problems.add(key);
        }
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            problems.add(new FieldProblem(
                    "why", "Say why, in at most %d characters; it stands in the history.".formatted(LONGEST_REASON)));
        }
        try {
            Objects.requireNonNull(content.time());
        } catch (Refusal.Invalid refused) {
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private static Refusal noSuch(String key) {
        return new Refusal.NotFound(
                "There is no calendar %s. The list of calendars shows which there are.".formatted(key));
    }
}
