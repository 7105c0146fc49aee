package org.relevo.rca;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.relevo.rca.CorrectiveAction.Status;
import org.relevo.rca.RcaEvents.CureProven;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DoneActionFact;
import org.relevo.rules.Fact;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.rules.WatchEffect;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches actions that are done: one that stays without a repeat for so many days was effective. */
@Component
class QuietWindows implements TimedWork {

    static final String TASK = "quiet-window";
    private static final String BY = "quiet window";

    private final TimedRows timed;
    private final JdbcTemplate jdbc;
    private final ActionRows rows;
    private final RcaRows rcas;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Services services;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final SchedulerClient scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuietWindows(
            JdbcTemplate jdbc,
            ActionRows rows,
            RcaRows rcas,
            WorkItems workItems,
            Timeline timeline,
            Services services,
            RuleBook ruleBook,
            DecisionLog decisions,
            SchedulerClient scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.timed = new TimedRows(jdbc, "quiet_window", TASK);
        this.jdbc = jdbc;
        this.rows = rows;
        this.rcas = rcas;
        this.workItems = workItems;
        this.timeline = timeline;
        this.services = services;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** Begins to watch an action that is done; where no rule asks for it, it counts as effective at once. */
    void begin(CorrectiveAction action, WorkItem item, Instant now) {
        var tier = Optional.ofNullable(item.service()).flatMap(services::find).map(Service::tier);
        var priority = item.priority() == null ? Priority.P4 : item.priority();
        List<Fact> facts = List.of(new DoneActionFact(priority, tier.orElse(null)));
        var outcome = ruleBook.decide(facts);
        decisions.record(action.number().value(), Topic.RCA, facts, outcome, now);
        var watch = outcome.one(WatchEffect.class);
        if (watch.isEmpty()) {
            effective(action, "no rule asks for a quiet window", now);
            return;
        }
        var until = now.plus(Duration.ofDays(watch.get().days()));
        var id = rows.watch(action, watch.get().days(), watch.get().rule(), now, until);
        scheduler.schedule(execution(id, until));
        timeline.append(
                action.number(),
                new TimelineEvent(
                        now,
                        "WATCHED",
                        "Watched for %d quiet days".formatted(watch.get().days()),
                        BY,
                        watch.get().because()));
    }

    /** Ends a window whose time has come. Doing it again changes nothing. Answers when to look again. */
    @Transactional
    public @Nullable Instant look(long id) {
        var now = clock.instant();
        var rca = jdbc.queryForList("select work_item from quiet_window where id = ?", String.class, id);
        if (rca.isEmpty()) {
            return null;
        }
        workItems.locked(new WorkItemNumber(rca.get(0)));
        var next = timed.nextAt(id);
        if (next.isEmpty() || next.get().isAfter(now)) {
            return next.orElse(null);
        }
        var number = jdbc.queryForObject("select action from quiet_window where id = ?", String.class, id);
        rows.find(new WorkItemNumber(String.valueOf(number)))
                .ifPresent(action -> effective(action, "nothing of the same signature happened", now));
        return null;
    }

    private void effective(CorrectiveAction action, String because, Instant now) {
        var number = action.number();
        rows.unwatch(number, "EFFECTIVE", now);
        rows.status(number, Status.EFFECTIVE);
        workItems.locked(number).ifPresent(item -> workItems.save(item.moved(State.CLOSED, now)));
        var told = new TimelineEvent(now, "ACTION_EFFECTIVE", "%s was effective".formatted(number), BY, because);
        timeline.append(number, told);
        timeline.append(action.rca(), told);
        proveCure(action.rca(), now);
    }

    /** A delivered analysis whose last action has proved itself is closed. */
    private void proveCure(WorkItemNumber rca, Instant now) {
        var delivered = rcas.find(rca).filter(one -> one.status() == RcaStatus.DELIVERED);
        var unproven =
                rows.of(rca).stream().anyMatch(one -> one.status() == Status.OPEN || one.status() == Status.DONE);
        if (delivered.isEmpty() || unproven) {
            return;
        }
        rcas.status(rca, RcaStatus.PROVEN);
        workItems.locked(rca).ifPresent(item -> workItems.save(item.moved(State.CLOSED, now)));
        timeline.append(rca, new TimelineEvent(now, "CURE_PROVEN", "The cure is proven", BY, null));
        events.publishEvent(new CureProven(rca));
    }

    private static SchedulableTaskInstance<Void> execution(long id, Instant at) {
        return new SchedulableTaskInstance<>(new TaskInstance<Void>(TASK, String.valueOf(id), () -> null, 50), at);
    }

    @Override
    public String kind() {
        return TASK;
    }

    @Override
    public TimedRows rows() {
        return timed;
    }

    @Override
    @Transactional
    public Optional<Overdue> rescue(long id, Instant dueBefore) {
        var late = timed.take(id, dueBefore);
        if (late.isPresent()) {
            look(id);
        }
        return late;
    }

    @Override
    @Transactional
    public void rearm(long id) {
        timed.nextAt(id)
                .ifPresent(next -> scheduler.schedule(
                        execution(id, next), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
    }
}
