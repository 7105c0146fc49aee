package org.relevo.rca;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rca.Actions.Plan;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** Checks what is planned, and says what a corrective action owes: by the day or days agreed, or as the rules say. */
@Component
class ActionPlanning {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_DAYS = 730;

    private final RcaOpening opening;
    private final People people;

    ActionPlanning(RcaOpening opening, People people) {
        this.opening = opening;
        this.people = people;
    }

    Person checked(Plan plan, Instant now) {
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
        return Objects.requireNonNull(plan.date())
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(owner.zone())
                .toInstant();
    }

    static WorkItem item(WorkItemNumber number, Plan plan, WorkItem analysis, Person owner, Actor by, Instant now) {
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

    List<OpenCommitment> owed(WorkItemNumber number, Plan plan, WorkItem analysis, Person owner, Instant now) {
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
}
