package org.relevo.project.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.project.issue.IssueEvents.ActionsEnded;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.project.issue.ProjectIssue.Status;
import org.relevo.project.money.Entered;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about issues: each action has an owner, a day, and an effect that is expected of it. */
@Component
public class IssueActions {

    private final IssueCase cases;
    private final IssueRows rows;
    private final IssueParts parts;
    private final IssueRules rules;
    private final People people;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;

    IssueActions(
            IssueCase cases,
            IssueRows rows,
            IssueParts parts,
            IssueRules rules,
            People people,
            WorkItems workItems,
            Commitments commitments,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.rows = rows;
        this.parts = parts;
        this.rules = rules;
        this.people = people;
        this.workItems = workItems;
        this.commitments = commitments;
        this.events = events;
    }

    public List<IssueAction> of(WorkItemNumber issue) {
        return parts.actions(issue);
    }

    public IssueAction get(WorkItemNumber number) {
        return parts.action(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no action %s. Look for it on the page of its issue.".formatted(number)));
    }

    /** What the actions of an issue take away of its impact, without those that were dropped. */
    public Impact takenAway(WorkItemNumber issue) {
        return parts.actions(issue).stream()
                .filter(one -> one.status() != IssueAction.Status.DROPPED)
                .map(IssueAction::takesAway)
                .reduce(Impact.NONE, Impact::plus);
    }

    /** @param typed title, owner, due (a day), effect, and days, cost and scope that it takes away; blank for none */
    @Transactional
    public WorkItemNumber plan(WorkItemNumber number, Map<String, String> typed, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "planned for", Status.PLANNING, Status.WATCHING);
        var entered = new Entered(typed);
        var title = entered.needed("title", 200);
        if (title.matches("(?s).*\\p{Cntrl}.*")) {
            entered.problem("title", "Write it on one line.");
        }
        var owner = people.find(entered.text("owner")).filter(Person::enabled);
        if (owner.isEmpty()) {
            entered.problem("owner", "Give the username of somebody who can sign in.");
        }
        var due = entered.day("due");
        var now = cases.now();
        if (owner.isPresent() && !end(due, owner.get()).isAfter(now)) {
            entered.problem("due", "That day is over. Choose a later one.");
        }
        var effect = entered.optional("effect", 1_000);
        var takes = new Impact(
                IssueDesk.days(entered, "days"), IssueDesk.amount(entered, "cost"), IssueDesk.amount(entered, "scope"));
        entered.check();
        var action = new IssueAction(
                workItems.nextNumber(WorkItemType.PROJECT_ACTION),
                number,
                title,
                owner.orElseThrow().username(),
                due,
                effect,
                takes,
                IssueAction.Status.OPEN,
                "",
                null,
                null);
        open(action, owner.orElseThrow(), by, now);
        cases.tell(
                number,
                "ACTION_PLANNED",
                "%s planned for %s until %s: %s"
                        .formatted(action.number(), owner.orElseThrow().name(), due, title),
                by,
                effect.isEmpty() ? null : effect);
        return action.number();
    }

    private void open(IssueAction action, Person owner, Actor by, Instant now) {
        var issue = workItems.find(action.issue()).orElseThrow();
        workItems.add(new WorkItem(
                action.number(),
                WorkItemType.PROJECT_ACTION,
                action.title(),
                action.effect(),
                State.ACKNOWLEDGED,
                issue.priority(),
                issue.impact(),
                issue.urgency(),
                null,
                null,
                owner.username(),
                owner.username(),
                now,
                by.name(),
                null,
                "the priority of " + issue.number(),
                null,
                null));
        parts.add(action);
        var owed = rules
                .owed(
                        action.number(),
                        WorkItemType.PROJECT_ACTION,
                        issue.impact(),
                        issue.urgency(),
                        owner.username(),
                        now)
                .all(OpenCommitment.class)
                .stream()
                .map(one -> due(one, Duration.between(now, end(action.dueOn(), owner))))
                .toList();
        commitments.open(action.number(), owed, now);
        cases.tell(action.number(), "ACTION_PLANNED", "Planned for " + owner.name(), by, null);
    }

    private static OpenCommitment due(OpenCommitment one, Duration time) {
        return new OpenCommitment(
                one.agreement(),
                one.metric(),
                one.tier(),
                TimeTarget.of(time),
                one.checkpoints(),
                one.holdable(),
                "always",
                "a day was agreed",
                one.rule(),
                "as it was agreed for this action");
    }

    /** The end of the last day where the owner lives. */
    private static Instant end(LocalDate due, Person owner) {
        return due.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(owner.zone()).toInstant();
    }

    /** Says that it is done; its owner may, and who leads the project. */
    @Transactional
    public void done(WorkItemNumber number, String note, Actor by) {
        end(number, IssueAction.Status.DONE, note, by);
    }

    /** Gives it up, with a reason; who leads the project may. */
    @Transactional
    public void drop(WorkItemNumber number, String reason, Actor by) {
        end(number, IssueAction.Status.DROPPED, reason, by);
    }

    private void end(WorkItemNumber number, IssueAction.Status status, String note, Actor by) {
        var known = get(number);
        var issue = cases.open(known.issue());
        if (status == IssueAction.Status.DROPPED || !by.name().equals(known.owner())) {
            cases.project(issue).requireLead(by);
        }
        workItems.locked(number);
        var action = get(number);
        if (!action.open()) {
            throw new Refusal.Conflict("%s is %s already."
                    .formatted(number, action.status() == IssueAction.Status.DONE ? "done" : "dropped"));
        }
        var said = IssueDesk.text("note", note, 1_000);
        var now = cases.now();
        parts.end(number, status, said, by.name(), now);
        if (status == IssueAction.Status.DONE) {
            commitments.meet(number, Metric.ACTION, now);
        } else {
            commitments.cancel(number, now);
        }
        cases.save(number, item -> item.moved(State.CLOSED, now));
        var word = status == IssueAction.Status.DONE ? "done" : "dropped";
        cases.tell(number, "ACTION_" + status, "Action " + word, by, said);
        cases.tell(action.issue(), "ACTION_" + status, "%s %s: %s".formatted(number, word, action.title()), by, said);
        if (issue.status() == Status.WATCHING && Objects.equals(open(action.issue()), 0L)) {
            events.publishEvent(new ActionsEnded(action.issue()));
        }
    }

    private Long open(WorkItemNumber issue) {
        return parts.actions(issue).stream().filter(IssueAction::open).count();
    }
}
