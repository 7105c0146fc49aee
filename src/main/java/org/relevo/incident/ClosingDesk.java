package org.relevo.incident;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.AwaitConfirmation;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.Priority;
import org.relevo.rules.ResolvedFact;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ClosingDesk implements Closure {

    private final JdbcTemplate jdbc;
    private final WorkItems workItems;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Commitments commitments;
    private final Timeline timeline;
    private final SchedulerClient scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingDesk(
            JdbcTemplate jdbc,
            WorkItems workItems,
            RuleBook ruleBook,
            DecisionLog decisions,
            Commitments commitments,
            Timeline timeline,
            SchedulerClient scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.workItems = workItems;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.commitments = commitments;
        this.timeline = timeline;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(IncidentResolved resolved) {
        var item = workItems.find(resolved.workItem()).orElseThrow();
        var priority = item.priority() == null ? Priority.P4 : item.priority();
        List<Fact> asked = List.of(new ResolvedFact(item.type().name(), priority));
        var outcome = ruleBook.decide(asked);
        decisions.record(item.number().value(), Topic.CLOSURE, asked, outcome, resolved.at());
        outcome.one(AwaitConfirmation.class).ifPresent(wait -> await(item.number(), wait, resolved.at()));
    }

    private void await(WorkItemNumber number, AwaitConfirmation wait, Instant resolvedAt) {
        var quietUntil = resolvedAt.plus(wait.quiet());
        jdbc.update(
                """
                insert into case_closing (work_item, resolved_at, quiet_until, reopen_until, because) values (?, ?, ?, ?, ?)
                on conflict (work_item) do update set resolved_at = excluded.resolved_at, quiet_until = excluded.quiet_until,
                    reopen_until = excluded.reopen_until, because = excluded.because, closed_at = null
                """,
                number.value(),
                Timestamp.from(resolvedAt),
                Timestamp.from(quietUntil),
                Timestamp.from(resolvedAt.plus(wait.reopen())),
                "%s · %s".formatted(wait.because(), wait.rule()));
        scheduler.schedule(
                new SchedulableTaskInstance<>(
                        new TaskInstance<Void>(ClosingTask.NAME, number.value(), () -> null, 10), quietUntil),
                SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    @Override
    public Optional<Standing> of(WorkItemNumber number) {
        return jdbc
                .query(
                        "select * from case_closing where work_item = ?",
                        (row, i) -> new Standing(
                                row.getTimestamp("resolved_at").toInstant(),
                                row.getTimestamp("quiet_until").toInstant(),
                                row.getTimestamp("reopen_until").toInstant(),
                                row.getString("because")),
                        number.value())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public WorkItem confirm(WorkItemNumber number, Actor by) {
        var item = locked(number);
        if (!reported(item, by)) {
            by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        }
        if (item.state() != State.RESOLVED) {
            throw new Refusal.Conflict("%s is %s; only a resolved incident can be confirmed. Reload the page."
                    .formatted(number, item.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return close(item, "Closed: confirmed that the service works", by.name(), null);
    }

    /** The quiet time of an incident is over, if it still waits for somebody to confirm it. */
    @Transactional
    @Nullable
    Instant quiet(WorkItemNumber number) {
        var item = workItems
                .locked(number)
                .filter(one -> one.state() == State.RESOLVED)
                .orElse(null);
        var standing = of(number).orElse(null);
        if (item == null || standing == null) {
            return null;
        }
        if (standing.quietUntil().isAfter(clock.instant())) {
            return standing.quietUntil();
        }
        close(item, "Closed: nobody has objected", "relevo", standing.because());
        return null;
    }

    private WorkItem close(WorkItem item, String text, String by, @Nullable String because) {
        var now = clock.instant();
        var closed = item.closed();
        workItems.save(closed);
        jdbc.update(
                "update case_closing set closed_at = ? where work_item = ?",
                Timestamp.from(now),
                item.number().value());
        timeline.append(item.number(), new TimelineEvent(now, "CLOSED", text, by, because));
        events.publishEvent(new IncidentClosed(item.number(), by, now));
        return closed;
    }

    @Override
    @Transactional
    public WorkItem reopen(WorkItemNumber number, boolean worked, String because, Actor by) {
        var item = locked(number);
        if (!reported(item, by)) {
            by.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        if (item.state().open()) {
            throw new Refusal.Conflict("%s is open already. Reload the page.".formatted(number));
        }
        if (because.isBlank() || because.length() > 500) {
            throw new Refusal.Invalid("because", "Say in up to 500 characters what does not work.");
        }
        var now = clock.instant();
        var standing = of(number).orElse(null);
        if (standing == null || standing.reopenUntil().isBefore(now)) {
            throw new Refusal.Conflict(
                    "%s was resolved too long ago to be opened again. Raise a new incident that names it."
                            .formatted(number));
        }
        var reopened = item.reopened();
        workItems.save(reopened);
        jdbc.update("delete from case_closing where work_item = ?", number.value());
        unschedule(number);
        timeline.append(
                number,
                new TimelineEvent(
                        now,
                        "REOPENED",
                        worked ? "Reopened: it fails again" : "Reopened: it was never restored",
                        by.name(),
                        because.strip()));
        commitments.reopen(number, standing.resolvedAt(), worked, because.strip(), by);
        events.publishEvent(new IncidentReopened(reopened, by.name(), now));
        return reopened;
    }

    /** A token that is called like a person is not that person. */
    private static boolean reported(WorkItem item, Actor by) {
        return by.kind() == Actor.Kind.PERSON && by.name().equals(item.raisedBy());
    }

    private void unschedule(WorkItemNumber number) {
        try {
            scheduler.cancel(TaskInstanceId.of(ClosingTask.NAME, number.value()));
        } catch (RuntimeException e) {
            // It is being carried out, or gone: an incident that is open is left alone either way.
        }
    }

    private WorkItem locked(WorkItemNumber number) {
        return workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
    }
}
