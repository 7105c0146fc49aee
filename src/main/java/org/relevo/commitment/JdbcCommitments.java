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
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCommitments implements Commitments {

    private final CommitmentRows rows;
    private final CheckpointSchedule schedule;
    private final CheckpointDesk desk;
    private final WorkItems workItems;
    private final Calendars calendars;
    private final Settling settling;
    private final Corrections corrections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCommitments(
            CommitmentRows rows,
            CheckpointSchedule schedule,
            CheckpointDesk desk,
            WorkItems workItems,
            Calendars calendars,
            Settling settling,
            Corrections corrections,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.schedule = schedule;
        this.desk = desk;
        this.workItems = workItems;
        this.calendars = calendars;
        this.settling = settling;
        this.corrections = corrections;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void open(WorkItemNumber number, List<OpenCommitment> decided, Instant from) {
        if (!decided.isEmpty()) {
            var opened =
                    decided.stream().map(one -> newlyOpened(number, one, from)).toList();
            var item = item(number);
            var now = clock.instant();
            schedule.first(rows.add(opened, now), item, now);
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
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.ADMIN);
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
            settling.settle(
                    rows.clocked(Changes.retargeted(running, target, terms)),
                    item,
                    now,
                    Settling.Touched.TARGET,
                    because);
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

    @Override
    @Transactional
    public void cancel(long id, Instant at) {
        var running = get(id);
        locked(running.workItem());
        rows.find(id).filter(Commitment::running).ifPresent(found -> {
            end(found, at, Commitment.Status.CANCELLED);
            events.publishEvent(new CommitmentsChanged(found.workItem()));
        });
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
    public Commitment report(long id, BigDecimal amount, @Nullable String note, Actor by) {
        corrections.report(id, amount, note, by);
        return get(id);
    }

    @Override
    @Transactional
    public int hold(WorkItemNumber number, Instant from, @Nullable Instant to, String because, Actor by) {
        return corrections.hold(number, from, to, because, by);
    }

    @Override
    @Transactional
    public int suspend(WorkItemNumber number, String because, Actor by) {
        return corrections.suspend(number, because, by);
    }

    @Override
    @Transactional
    public int resume(WorkItemNumber number, Instant at, Actor by) {
        return corrections.resume(number, at, by);
    }

    @Override
    @Transactional
    public void restart(long id, Instant startedAt, String because, Actor by) {
        corrections.restart(id, startedAt, because, by);
    }

    @Override
    @Transactional
    public void reopen(WorkItemNumber number, Instant endedAt, boolean worked, String because, Actor by) {
        corrections.reopen(number, endedAt, worked, because, by);
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
