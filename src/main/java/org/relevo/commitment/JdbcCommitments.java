package org.relevo.commitment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class JdbcCommitments implements Commitments {

    private static final Logger log = LoggerFactory.getLogger(JdbcCommitments.class);

    private final CommitmentRows rows;
    private final CheckpointSchedule schedule;
    private final CheckpointDesk desk;
    private final WorkItems workItems;
    private final Calendars calendars;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate nested;

    JdbcCommitments(
            CommitmentRows rows,
            CheckpointSchedule schedule,
            CheckpointDesk desk,
            WorkItems workItems,
            Calendars calendars,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.schedule = schedule;
        this.desk = desk;
        this.workItems = workItems;
        this.calendars = calendars;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.nested = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    @Override
    @Transactional
    public void open(WorkItemNumber number, List<OpenCommitment> decided, Instant from) {
        if (!decided.isEmpty()) {
            var opened =
                    decided.stream().map(one -> newlyOpened(number, one, from)).toList();
            var item = item(number);
            var now = clock.instant();
            var later = new ArrayList<Commitment>();
            for (var added : rows.add(opened, now)) {
                if (Checkpoints.due(added, now).isEmpty() || !atOnce(added, item, now)) {
                    later.add(added);
                }
            }
            schedule.first(later, item, now);
        }
    }

    /**
     * Handles a checkpoint that is due at once in the transaction that opens the commitment. Whatever goes wrong with it
     * must not cost the case: then it is scheduled, and tried again by itself.
     */
    private boolean atOnce(Commitment added, WorkItem item, Instant now) {
        try {
            nested.executeWithoutResult(status -> schedule.move(added, item, desk.handle(added, item, now)));
            return true;
        } catch (RuntimeException e) {
            log.warn("The first checkpoint of commitment {} could not be handled at once", added.id(), e);
            return false;
        }
    }

    private Commitment newlyOpened(WorkItemNumber number, OpenCommitment decided, Instant from) {
        var terms = List.of(term(decided, from));
        return rows.clocked(new Commitment(
                0,
                number,
                Agreed.of(decided),
                Commitment.Status.RUNNING,
                from,
                null,
                -1,
                1,
                terms,
                List.of(),
                null,
                null));
    }

    private Term term(OpenCommitment decided, Instant from) {
        var because = decided.calendarBecause();
        return calendars
                .find(decided.calendar())
                .map(found -> new Term(from, found.key(), found.id(), because))
                .orElseGet(() -> {
                    var always = calendars.find("always").orElseThrow();
                    return new Term(
                            from,
                            always.key(),
                            always.id(),
                            "there is no calendar %s, although %s".formatted(decided.calendar(), because));
                });
    }

    @Override
    @Transactional
    public Commitment open(
            WorkItemNumber number,
            Agreement agreement,
            Metric metric,
            Amount amount,
            List<Integer> checkpoints,
            String because,
            Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER);
        var item = locked(number);
        var now = clock.instant();
        var agreed = new Agreed(agreement, metric, null, null, checkpoints, false, "Entered by " + by.name(), because);
        var opened = rows.add(
                List.of(new Commitment(
                        0,
                        number,
                        agreed,
                        Commitment.Status.RUNNING,
                        now,
                        amount,
                        -1,
                        1,
                        List.of(),
                        List.of(),
                        null,
                        null)),
                now);
        desk.evaluate(opened.get(0), item, now, false);
        return get(opened.get(0).id());
    }

    @Override
    @Transactional
    public Commitment report(long id, BigDecimal amount, @Nullable String note, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.AGENT);
        var item = locked(get(id).workItem());
        var before = runningNow(id, item);
        var tolerance = before.amount();
        if (tolerance == null) {
            throw new Refusal.Conflict("The %s of %s counts time, not an amount; there is nothing to report."
                    .formatted(before.metric().word(), item.number()));
        }
        var now = clock.instant();
        rows.addReading(id, amount, now, by.name(), note);
        settle(Changes.reported(before, tolerance.with(amount)), item, now, Touched.MEASURE, "reported by " + by.name());
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now,
                        "AMOUNT_REPORTED",
                        "%s reported: %s %s"
                                .formatted(before.metric().word(), amount.toPlainString(), tolerance.unit()),
                        by.name(),
                        note));
        return get(id);
    }

    @Override
    @Transactional
    public void retarget(WorkItemNumber number, List<OpenCommitment> decided, Instant from, String because) {
        var item = item(number);
        var now = clock.instant();
        var left = new ArrayList<>(decided);
        for (var running : rows.running(number)) {
            if (running.amount() != null) {
                continue;
            }
            var same = left.stream()
                    .filter(one -> one.agreement() == running.agreement() && one.metric() == running.metric())
                    .findFirst();
            if (same.isEmpty()) {
                end(running, now, Commitment.Status.CANCELLED);
                continue;
            }
            left.remove(same.get());
            var target = same.get();
            var last = running.terms().isEmpty()
                    ? null
                    : running.terms().get(running.terms().size() - 1);
            var terms = last != null && last.calendar().equals(target.calendar())
                    ? running.terms()
                    : Changes.term(running.terms(), term(target, now));
            settle(rows.clocked(Changes.retargeted(running, target, terms)), item, now, Touched.TARGET, because);
        }
        // A metric that was met already is not owed again.
        var ended = rows.of(List.of(number)).stream()
                .filter(c -> c.endedAt() != null && c.state() != Commitment.Status.CANCELLED)
                .toList();
        left.removeIf(
                one -> ended.stream().anyMatch(c -> c.agreement() == one.agreement() && c.metric() == one.metric()));
        open(number, left, from);
    }

    @Override
    @Transactional
    public void meet(WorkItemNumber number, Metric metric, Instant at) {
        endAll(number, at, Commitment.Status.MET, metric);
    }

    @Override
    @Transactional
    public void cancel(WorkItemNumber number, Instant at) {
        endAll(number, at, Commitment.Status.CANCELLED, null);
    }

    private void endAll(WorkItemNumber number, Instant at, Commitment.Status as, @Nullable Metric metric) {
        var ended = rows.running(number).stream()
                .filter(c -> metric == null || c.metric() == metric)
                .toList();
        ended.forEach(c -> end(c, at, as));
        if (!ended.isEmpty()) {
            events.publishEvent(new CommitmentsChanged(number));
        }
    }

    /** What is met after it was due is breached, whether or not its checkpoint has been handled. */
    private void end(Commitment c, Instant at, Commitment.Status as) {
        var due = c.dueAt(at).orElse(null);
        var late = due != null && due.isBefore(at) && as == Commitment.Status.MET;
        var state = c.state() == Commitment.Status.BREACHED || late ? Commitment.Status.BREACHED : as;
        rows.end(c.id(), at, state, due);
        schedule.remove(c.id());
        events.publishEvent(new CommitmentEnded(Changes.standing(c, state, c.passed(), c.cycle()), at));
    }

    @Override
    @Transactional
    public int hold(WorkItemNumber number, Instant from, @Nullable Instant to, String because, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = locked(number);
        var now = clock.instant();
        HoldCheck.check(item, from, to, because, now);
        var holdable =
                rows.running(number).stream().filter(Commitment::holdable).toList();
        for (var c : holdable) {
            var hold = new Hold(from.isBefore(c.startedAt()) ? c.startedAt() : from, to, because, by.name(), now);
            settle(
                    rows.clocked(Changes.counting(c, c.startedAt(), c.terms(), Changes.held(c.holds(), hold))),
                    item,
                    now,
                    Touched.TIME,
                    "on hold: " + because);
        }
        if (!holdable.isEmpty()) {
            var until = to == null ? "" : " until " + to;
            timeline.append(
                    number,
                    new TimelineEvent(now, "HELD", "On hold since %s%s".formatted(from, until), by.name(), because));
        }
        return holdable.size();
    }

    @Override
    @Transactional
    public int resume(WorkItemNumber number, Instant at, Actor by) {
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
                        "at", "The hold began at %s, after that. Give a later instant.".formatted(from));
            }
            settle(
                    rows.clocked(Changes.counting(c, c.startedAt(), c.terms(), Changes.resumed(c.holds(), at))),
                    item,
                    now,
                    Touched.TIME,
                    "resumed by " + by.name());
        }
        if (!held.isEmpty()) {
            timeline.append(
                    number,
                    new TimelineEvent(
                            now,
                            "RESUMED",
                            at.isBefore(now) ? "Resumed, as of %s".formatted(at) : "Resumed",
                            by.name(),
                            null));
        }
        return held.size();
    }

    @Override
    @Transactional
    public void restart(long id, Instant startedAt, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        var item = locked(get(id).workItem());
        var now = clock.instant();
        if (startedAt.isAfter(now)) {
            throw new Refusal.Invalid(
                    "startedAt", "A commitment cannot start in the future. Give an instant that has passed.");
        }
        var c = runningNow(id, item);
        settle(
                rows.clocked(Changes.counting(c, startedAt, c.terms(), c.holds())),
                item,
                now,
                Touched.TIME,
                "counts from another start: " + because);
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now,
                        "COMMITMENT_RESTARTED",
                        "The %s counts from %s".formatted(c.metric().word(), startedAt),
                        by.name(),
                        because));
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
        settle(
                rows.clocked(Changes.counting(c, c.startedAt(), terms, c.holds())),
                item,
                clock.instant(),
                Touched.MEASURE,
                "its calendar %s was changed".formatted(calendar.key()));
    }

    /** What of a commitment was changed. */
    private enum Touched {
        /** What it is measured by or at: only what it passes thereby is looked at. */
        MEASURE,
        /** What it had passed is looked at once more, and told once more: it is another promise now. */
        TARGET,
        /** What it had passed is looked at once more; whoever was told of it is not told again. */
        TIME
    }

    /** Writes a commitment that was changed, moves its next checkpoint, and looks at it anew. */
    private void settle(Commitment changed, WorkItem item, Instant now, Touched what, String because) {
        var held = changed.hold(now).isPresent();
        var told = what == Touched.TIME || changed.state() == Commitment.Status.HELD;
        var behind = Checkpoints.behind(changed, now);
        var again = what != Touched.MEASURE || behind < changed.passed();
        var next = again
                ? Changes.standing(
                        changed,
                        held ? Commitment.Status.HELD : standing(changed, behind),
                        held ? changed.passed() : Math.min(behind, changed.passed()),
                        changed.cycle() + 1)
                : changed;
        events.publishEvent(new CommitmentChanged(next, again, because, now));
        var nextAt = held ? CheckpointDesk.endOfHold(next, now) : look(next, item, now, again, told);
        if (held) {
            rows.save(next, nextAt, now);
        }
        schedule.move(next, item, nextAt);
        events.publishEvent(new CommitmentsChanged(item.number()));
    }

    private @Nullable Instant look(Commitment c, WorkItem item, Instant now, boolean again, boolean told) {
        if (again) {
            return desk.evaluate(c, item, now, told);
        }
        rows.save(c, Checkpoints.nextAfter(c, c.passed(), now), now);
        return desk.handle(c, item, now);
    }

    private static Commitment.Status standing(Commitment c, int behind) {
        return c.state() == Commitment.Status.BREACHED && behind >= 100
                ? Commitment.Status.BREACHED
                : Commitment.Status.RUNNING;
    }

    private Commitment runningNow(long id, WorkItem item) {
        return rows.locked(id)
                .filter(Commitment::running)
                .orElseThrow(() -> new Refusal.Conflict(
                        "That commitment of %s has ended and cannot be changed any more.".formatted(item.number())));
    }

    private WorkItem locked(WorkItemNumber number) {
        return workItems.locked(number).orElseThrow(() -> unknown(number));
    }

    private WorkItem item(WorkItemNumber number) {
        return workItems.find(number).orElseThrow(() -> unknown(number));
    }

    private static Refusal.NotFound unknown(WorkItemNumber number) {
        return new Refusal.NotFound("There is no case %s. Look for it in the list of incidents.".formatted(number));
    }

    @Override
    public Commitment get(long id) {
        return rows.find(id)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no commitment %d. The case's page lists those it has.".formatted(id)));
    }

    @Override
    public List<Commitment> of(WorkItemNumber number) {
        return rows.of(List.of(number));
    }

    @Override
    public Map<WorkItemNumber, List<Commitment>> of(Collection<WorkItemNumber> numbers) {
        return rows.of(numbers).stream().collect(Collectors.groupingBy(Commitment::workItem));
    }
}
