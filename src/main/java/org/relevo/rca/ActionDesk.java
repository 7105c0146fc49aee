package org.relevo.rca;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ActionDesk implements Actions {

    private final RcaReading reading;
    private final ActionPlanning planning;
    private final ActionRows rows;
    private final TextRows texts;
    private final QuietWindows windows;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final Clock clock;

    ActionDesk(
            RcaReading reading,
            ActionPlanning planning,
            ActionRows rows,
            TextRows texts,
            QuietWindows windows,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            Clock clock) {
        this.reading = reading;
        this.planning = planning;
        this.rows = rows;
        this.texts = texts;
        this.windows = windows;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.clock = clock;
    }

    @Override
    public Optional<CorrectiveAction> find(WorkItemNumber number) {
        return rows.find(number);
    }

    @Override
    public List<CorrectiveAction> find(Filter filter, int page, int size) {
        return rows.find(filter, page, size);
    }

    @Override
    public long count(Filter filter) {
        return rows.count(filter);
    }

    @Override
    public Preventable preventable() {
        return rows.preventable(clock.instant());
    }

    @Override
    public List<String> owners() {
        return rows.owners();
    }

    @Override
    @Transactional
    public CorrectiveAction plan(WorkItemNumber rca, Plan plan, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var analysis = reading.locked(rca);
        var status = reading.get(rca).status();
        if (status == RcaStatus.SKIPPED || status == RcaStatus.PROVEN) {
            throw new Refusal.Conflict(
                    "%s is %s. No action is planned for it any more.".formatted(rca, Spoken.of(status)));
        }
        var now = clock.instant();
        var owner = planning.checked(plan, now);
        var same = rows.of(rca).stream()
                .filter(one -> one.status() == CorrectiveAction.Status.OPEN
                        && one.title().equals(plan.title().strip())
                        && plan.owner().strip().equals(one.owner()))
                .findFirst();
        if (same.isPresent()) {
            // planned already, and sent twice
            return same.get();
        }
        var number = workItems.nextNumber(WorkItemType.ACTION);
        workItems.add(ActionPlanning.item(number, plan, analysis, owner, by, now));
        rows.add(number, rca);
        texts.author(rca, by.name());
        commitments.open(number, planning.owed(number, plan, analysis, owner, now), now);
        commitments.of(number).stream()
                .filter(one -> one.metric() == Metric.ACTION)
                .findFirst()
                .flatMap(one -> one.dueAt(now))
                .ifPresent(at -> rows.due(number, at));
        var told = new TimelineEvent(
                now,
                "ACTION_PLANNED",
                "%s planned for %s: %s"
                        .formatted(number, owner.name(), plan.title().strip()),
                by.name(),
                null);
        timeline.append(number, told);
        timeline.append(rca, told);
        return rows.find(number).orElseThrow();
    }

    @Override
    @Transactional
    public CorrectiveAction done(WorkItemNumber number, String note, Actor by) {
        var known = rows.find(number).orElseThrow(() -> missing(number));
        if (!by.name().equals(known.owner())) {
            by.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        reading.locked(known.rca());
        var item = workItems.locked(number).orElseThrow();
        var action = rows.find(number).orElseThrow();
        if (action.status() != CorrectiveAction.Status.OPEN) {
            throw new Refusal.Conflict("%s is %s already.".formatted(number, Spoken.of(action.status())));
        }
        var said = note.strip();
        if (said.isEmpty() || said.length() > RcaDesk.LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "note", "Say in 1 to %,d characters what was done.".formatted(RcaDesk.LONGEST_REASON));
        }
        var now = clock.instant();
        rows.done(number, by.name(), said, now);
        workItems.save(item.moved(State.RESOLVED, now));
        commitments.meet(number, Metric.ACTION, now);
        tell(action, "ACTION_DONE", "%s is done: %s".formatted(number, said), by, now);
        windows.begin(rows.find(number).orElseThrow(), item, now);
        return rows.find(number).orElseThrow();
    }

    private void tell(CorrectiveAction action, String kind, String text, Actor by, Instant now) {
        var told = new TimelineEvent(now, kind, text, by.name(), (@Nullable String) null);
        timeline.append(action.number(), told);
        timeline.append(action.rca(), told);
    }

    private static Refusal.NotFound missing(WorkItemNumber number) {
        return new Refusal.NotFound(
                "There is no corrective action %s. Look for it in the list of actions.".formatted(number));
    }
}
