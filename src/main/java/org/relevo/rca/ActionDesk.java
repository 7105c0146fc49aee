package org.relevo.rca;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ActionDesk implements Actions {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_DAYS = 730;

    private final RcaReading reading;
    private final RcaOpening opening;
    private final ActionRows rows;
    private final QuietWindows windows;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final People people;
    private final Clock clock;

    ActionDesk(
            RcaReading reading,
            RcaOpening opening,
            ActionRows rows,
            QuietWindows windows,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            People people,
            Clock clock) {
        this.reading = reading;
        this.opening = opening;
        this.rows = rows;
        this.windows = windows;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.people = people;
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
        var owner = checked(plan, now);
        var number = workItems.nextNumber(WorkItemType.ACTION);
        workItems.add(item(number, plan, analysis, owner, by, now));
        rows.add(number, rca);
        commitments.open(number, owed(number, plan, analysis, owner, now), now);
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

    private Person checked(Plan plan, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        var title = plan.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.matches("(?s).*\\p{Cntrl}.*")) {
            problems.add(new FieldProblem(
                    "title", "Say in 1 to %d characters, on one line, what is to be done.".formatted(LONGEST_TITLE)));
        }
        var owner = people.find(plan.owner().strip()).filter(Person::enabled);
        if (owner.isEmpty()) {
            problems.add(new FieldProblem("owner", "Choose somebody who can still sign in."));
        }
        if (plan.days() != null && (plan.days() < 1 || plan.days() > MOST_DAYS)) {
            problems.add(new FieldProblem("days", "Write from 1 to %d business days.".formatted(MOST_DAYS)));
        }
        if (plan.days() != null && plan.date() != null) {
            problems.add(new FieldProblem("date", "Give days or a date, not both."));
        }
        if (plan.date() != null && owner.isPresent() && !end(plan, owner.get()).isAfter(now)) {
            problems.add(new FieldProblem("date", "That day is over. Choose a later one."));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return owner.orElseThrow();
    }

    /** The end of the last day where the owner lives. */
    private static Instant end(Plan plan, Person owner) {
        return java.util.Objects.requireNonNull(plan.date())
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(owner.zone())
                .toInstant();
    }

    private static WorkItem item(
            WorkItemNumber number, Plan plan, WorkItem analysis, Person owner, Actor by, Instant now) {
        return new WorkItem(
                number,
                WorkItemType.ACTION,
                plan.title().strip(),
                "",
                State.ACKNOWLEDGED,
                analysis.priority(),
                analysis.impact(),
                analysis.urgency(),
                analysis.service(),
                analysis.team(),
                owner.username(),
                owner.username(),
                now,
                by.name(),
                null,
                "the priority of " + analysis.number(),
                "the team of " + analysis.number(),
                null);
    }

    private List<OpenCommitment> owed(WorkItemNumber number, Plan plan, WorkItem analysis, Person owner, Instant now) {
        return opening.owed(number, WorkItemType.ACTION, analysis, now).all(OpenCommitment.class).stream()
                .map(one -> plan.date() != null
                        ? due(
                                one,
                                TimeTarget.of(Duration.between(now, end(plan, owner))),
                                "always",
                                "a date was agreed")
                        : plan.days() != null
                                ? due(one, TimeTarget.businessDays(plan.days()), one.calendar(), one.calendarBecause())
                                : one)
                .collect(Collectors.toList());
    }

    private static OpenCommitment due(OpenCommitment one, TimeTarget target, String calendar, String because) {
        return new OpenCommitment(
                one.agreement(),
                one.metric(),
                one.tier(),
                target,
                one.checkpoints(),
                one.holdable(),
                calendar,
                because,
                one.rule(),
                "as it was agreed for this action");
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
