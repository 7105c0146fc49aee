package org.relevo.commitment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said of running commitments afterwards: holds, another start, an amount, another calendar. */
@Component
class Corrections {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final Duration EARLIEST = Duration.ofDays(366);

    private final CommitmentRows rows;
    private final Settling settling;
    private final WorkItems workItems;
    private final Calendars calendars;
    private final Timeline timeline;
    private final Clock clock;

    Corrections(
            CommitmentRows rows,
            Settling settling,
            WorkItems workItems,
            Calendars calendars,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.settling = settling;
        this.workItems = workItems;
        this.calendars = calendars;
        this.timeline = timeline;
        this.clock = clock;
    }

    void report(long id, BigDecimal amount, @Nullable String note, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.AGENT);
        var item = caseOf(id);
        var before = runningNow(id, item);
        var tolerance = before.amount();
        if (tolerance == null) {
            throw new Refusal.Conflict("The %s of %s counts time, not an amount; there is nothing to report."
                    .formatted(before.metric().word(), item.number()));
        }
        var now = clock.instant();
        if (amount.precision() - amount.scale() > 15 || amount.scale() > 6) {
            throw new Refusal.Invalid(
                    "amount", "Give a number of up to 15 digits, and up to 6 behind the point, such as 10250.50.");
        }
        rows.addReading(id, amount, now, by.name(), note);
        settling.settle(
                Changes.reported(before, tolerance.with(amount)),
                item,
                now,
                Settling.Touched.MEASURE,
                "reported by " + by.name());
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now,
                        "AMOUNT_REPORTED",
                        "%s reported: %s %s"
                                .formatted(before.metric().word(), amount.toPlainString(), tolerance.unit()),
                        by.name(),
                        note));
    }

    int hold(WorkItemNumber number, Instant from, @Nullable Instant to, String because, Actor by) {
        return hold(number, from, to, because, by, Commitment::holdable);
    }

    int suspend(WorkItemNumber number, String because, Actor by) {
        return hold(number, clock.instant(), null, because, by, c -> c.amount() == null);
    }

    private int hold(
            WorkItemNumber number,
            Instant from,
            @Nullable Instant to,
            String because,
            Actor by,
            Predicate<Commitment> which) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = locked(number);
        var now = clock.instant();
        HoldCheck.check(item, from, to, because, now);
        var holdable = rows.running(number).stream().filter(which).toList();
        for (var c : holdable) {
            var hold = new Hold(from.isBefore(c.startedAt()) ? c.startedAt() : from, to, because, by.name(), now);
            settling.settle(
                    rows.clocked(Changes.counting(c, c.startedAt(), c.terms(), Changes.held(c.holds(), hold))),
                    item,
                    now,
                    Settling.Touched.TIME,
                    "on hold: " + because);
        }
        if (!holdable.isEmpty()) {
            var until = to == null ? "" : " until " + UTC.format(to);
            timeline.append(
                    number,
                    new TimelineEvent(
                            now, "HELD", "On hold since %s%s".formatted(UTC.format(from), until), by.name(), because));
        }
        return holdable.size();
    }

    int resume(WorkItemNumber number, Instant at, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = locked(number);
        var now = clock.instant();
        if (at.isAfter(now)) {
            throw new Refusal.Invalid(
                    "at",
                    "It cannot have been resumed in the future. Give an instant that has passed, or none for now.");
        }
        var held = rows.running(number).stream()
                .filter(c -> c.hold(now).isPresent())
                .toList();
        for (var c : held) {
            var from = c.hold(now).orElseThrow().from();
            if (at.isBefore(from)) {
                throw new Refusal.Invalid(
                        "at", "The hold began at %s, after that. Give a later instant.".formatted(UTC.format(from)));
            }
            settling.settle(
                    rows.clocked(Changes.counting(c, c.startedAt(), c.terms(), Changes.resumed(c.holds(), at))),
                    item,
                    now,
                    Settling.Touched.TIME,
                    "resumed by " + by.name());
        }
        if (!held.isEmpty()) {
            timeline.append(
                    number,
                    new TimelineEvent(
                            now,
                            "RESUMED",
                            at.isBefore(now) ? "Resumed, as of %s".formatted(UTC.format(at)) : "Resumed",
                            by.name(),
                            null));
        }
        return held.size();
    }

    void restart(long id, Instant startedAt, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        var item = caseOf(id);
        var now = clock.instant();
        if (startedAt.isAfter(now)) {
            throw new Refusal.Invalid(
                    "startedAt", "A commitment cannot start in the future. Give an instant that has passed.");
        }
        if (startedAt.isBefore(item.raisedAt().minus(EARLIEST))) {
            throw new Refusal.Invalid(
                    "startedAt",
                    "%s was raised at %s; its commitments start within the year before that. Give a later instant."
                            .formatted(item.number(), UTC.format(item.raisedAt())));
        }
        if (because.isBlank() || because.length() > 500) {
            throw new Refusal.Invalid("because", "Say in up to 500 characters why, and who has agreed.");
        }
        var c = runningNow(id, item);
        settling.settle(
                rows.clocked(Changes.counting(c, startedAt, c.terms(), c.holds())),
                item,
                now,
                Settling.Touched.TIME,
                "counts from another start: " + because);
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now,
                        "COMMITMENT_RESTARTED",
                        "The %s counts from %s".formatted(c.metric().word(), UTC.format(startedAt)),
                        by.name(),
                        because));
    }

    /** The resolution is owed again; what told of it before tells of it again, as nobody is on it any more. */
    void reopen(WorkItemNumber number, Instant endedAt, boolean worked, String because, Actor by) {
        var item = locked(number);
        var now = clock.instant();
        for (var c : rows.of(List.of(number))) {
            if (c.metric() == Metric.RESOLUTION
                    && c.state() != Commitment.Status.CANCELLED
                    && endedAt.equals(c.endedAt())) {
                var between = new Hold(endedAt, now, "resolved, until it was reopened", by.name(), now);
                // A hold that nobody had ended was over when the service worked again.
                var before = Changes.resumed(c.holds(), endedAt);
                rows.reopen(c.id());
                settling.settle(
                        rows.clocked(Changes.reopened(c, worked ? Changes.held(before, between) : before)),
                        item,
                        now,
                        Settling.Touched.TARGET,
                        "reopened: " + because);
            }
        }
    }

    /** Lets a commitment count by another revision of its calendar from an instant on; one that has ended is left alone. */
    @Transactional
    void recount(long id, long revision, Instant from) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        var c = rows.locked(id).filter(Commitment::running).orElse(null);
        if (item == null || c == null) {
            return;
        }
        var calendar = calendars.revision(revision);
        var because = "the calendar was changed, which was revision %d of it".formatted(calendar.number());
        var since = from.isBefore(c.startedAt()) ? c.startedAt() : from;
        var terms = Changes.term(c.terms(), new Term(since, calendar.key(), revision, because));
        settling.settle(
                rows.clocked(Changes.counting(c, c.startedAt(), terms, c.holds())),
                item,
                clock.instant(),
                Settling.Touched.MEASURE,
                "its calendar %s was changed".formatted(calendar.key()));
    }

    private Commitment runningNow(long id, WorkItem item) {
        return rows.locked(id)
                .filter(Commitment::running)
                .orElseThrow(() -> new Refusal.Conflict(
                        "That commitment of %s has ended and cannot be changed any more.".formatted(item.number())));
    }

    private WorkItem caseOf(long id) {
        var number = rows.caseOf(id)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no commitment %d. The case's page lists those it has.".formatted(id)));
        return locked(number);
    }

    private WorkItem locked(WorkItemNumber number) {
        return workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no case %s. Look for it in the list of incidents.".formatted(number)));
    }
}
