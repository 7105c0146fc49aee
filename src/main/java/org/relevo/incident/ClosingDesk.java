package org.relevo.incident;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ClosingDesk implements Closure {

    private final ClosingRows rows;
    private final WorkItems workItems;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Commitments commitments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingDesk(
            ClosingRows rows,
            WorkItems workItems,
            RuleBook ruleBook,
            DecisionLog decisions,
            Commitments commitments,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workItems = workItems;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.commitments = commitments;
        this.timeline = timeline;
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
        rows.await(
                number,
                new Standing(
                        resolvedAt,
                        resolvedAt.plus(wait.quiet()),
                        resolvedAt.plus(wait.reopen()),
                        "%s · %s".formatted(wait.because(), wait.rule())));
    }

    @Override
    public Optional<Standing> of(WorkItemNumber number) {
        return rows.of(number);
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
        return close(item, "Closed: confirmed that the service works", by.name(), true, null);
    }

    /** The quiet time of an incident is over, if it still waits for somebody to confirm it. Answers when to look again. */
    @Transactional
    @Nullable
    Instant quiet(long id) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        if (item == null) {
            return null;
        }
        var now = clock.instant();
        var standing = of(item.number()).orElse(null);
        if (item.state() != State.RESOLVED || standing == null) {
            rows.closed(item.number(), now);
            return null;
        }
        if (standing.quietUntil().isAfter(now)) {
            return standing.quietUntil();
        }
        close(item, "Closed: nobody has objected", "relevo", false, standing.because());
        return null;
    }

    /** A resolved duplicate waits for nothing more once its parent is closed. */
    @Transactional
    void closeWith(IncidentClosed parent, WorkItem child) {
        close(child, "Closed: with its parent " + parent.workItem(), "relevo", parent.confirmed(), null);
    }

    private WorkItem close(WorkItem item, String text, String by, boolean confirmed, @Nullable String because) {
        var now = clock.instant();
        var closed = item.closed();
        workItems.save(closed);
        rows.closed(item.number(), now);
        timeline.append(item.number(), new TimelineEvent(now, "CLOSED", text, by, because));
        events.publishEvent(new IncidentClosed(item.number(), by, confirmed, now));
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
        rows.reopened(number);
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

    private WorkItem locked(WorkItemNumber number) {
        return workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
    }
}
