package org.relevo.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.rules.RuleBook;
import org.relevo.workitem.DueCases;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries an escalation on: what of its ladder is due is done, what was missed collapses into one. */
@Component
class Climb implements DueCases.Work {

    /** How long an escalation waits at most before it looks whether a maintenance window still lasts. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final EscalationRows rows;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final MaintenanceWindows maintenance;
    private final RuleBook ruleBook;
    private final Telling telling;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Climb(
            EscalationRows rows,
            WorkItems workItems,
            Commitments commitments,
            MaintenanceWindows maintenance,
            RuleBook ruleBook,
            Telling telling,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workItems = workItems;
        this.commitments = commitments;
        this.maintenance = maintenance;
        this.ruleBook = ruleBook;
        this.telling = telling;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Map<Long, WorkItemNumber> cases(Collection<Long> ids) {
        return rows.cases(ids);
    }

    @Override
    public Map<Long, Optional<Instant>> carryOut(Map<Long, WorkItem> due) {
        var now = clock.instant();
        var standing = rows.locked(due.keySet());
        var next = new LinkedHashMap<Long, Optional<Instant>>();
        due.forEach((id, item) -> next.put(
                id,
                Optional.ofNullable(standing.get(id))
                        .filter(e -> e.endedAt() == null)
                        .map(escalation -> on(escalation, item, now))));
        return next;
    }

    /** Does what is due of an escalation, and answers when it does something next. The case is locked first. */
    @Transactional
    @Nullable
    Instant on(long id) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        if (item == null) {
            return null;
        }
        var standing = rows.locked(id).filter(e -> e.endedAt() == null).orElse(null);
        return standing == null ? null : on(standing, item, clock.instant());
    }

    /** As {@link #on(long)}, for an escalation and a case that are locked. */
    @Nullable
    Instant on(EscalationRows.Standing escalation, WorkItem item, Instant now) {
        var over = over(escalation, now);
        if (over != null) {
            end(escalation, now, over);
            return null;
        }
        if (escalation.acknowledgedAt() != null) {
            return afterAcknowledgement(escalation, item, escalation.acknowledgedAt(), now);
        }
        var window = maintenance.at(item.service(), now).orElse(null);
        return window == null ? climb(escalation, item, now) : held(escalation, window, now);
    }

    /** As {@link #on(long)}, for an escalation that has just been added and has done nothing yet. */
    @Nullable
    Instant begin(EscalationRows.Standing escalation, WorkItem item, Commitment commitment, Instant now) {
        var window = maintenance.at(item.service(), now).orElse(null);
        return window == null
                ? climb(escalation, item, () -> commitment, Set.of(), now)
                : held(escalation, window, now);
    }

    /** Why it ends now, if it does. */
    private @Nullable String over(EscalationRows.Standing escalation, Instant now) {
        var giveUp = escalation.ladder().giveUpAt();
        if (giveUp != null && !giveUp.isAfter(now)) {
            return "given up: nobody has acknowledged for as long as its policy allows";
        }
        return escalation.policy().startsWith("tell ") || ruleBook.escalatesBy(escalation.policy())
                ? null
                : "its policy, %s, is switched off".formatted(escalation.policy());
    }

    private void end(EscalationRows.Standing escalation, Instant now, String reason) {
        rows.end(List.of(escalation.id()), now, reason);
        telling.withdraw(List.of(escalation.id()));
        if (rows.goingOn(escalation.workItem()).isEmpty()) {
            events.publishEvent(new EscalationsEnded(escalation.workItem(), now));
        }
        timeline.append(
                escalation.workItem(),
                new TimelineEvent(
                        now,
                        "ESCALATION_ENDED",
                        "Escalation of the %s ended"
                                .formatted(escalation.metric().word()),
                        "relevo",
                        reason));
    }

    private @Nullable Instant held(EscalationRows.Standing escalation, MaintenanceWindows.Window window, Instant now) {
        var why = "maintenance until %s: %s".formatted(window.to(), window.because());
        if (!why.equals(escalation.waiting())) {
            timeline.append(
                    escalation.workItem(),
                    new TimelineEvent(
                            now,
                            "ESCALATION_WAITS",
                            "Escalation of the %s waits"
                                    .formatted(escalation.metric().word()),
                            "relevo",
                            why));
        }
        var again = window.to().isBefore(now.plus(LOOK_AGAIN)) ? window.to() : now.plus(LOOK_AGAIN);
        rows.next(escalation.id(), again, why);
        return again;
    }

    /** Nothing followed an acknowledgement for as long as the policy waits: it begins anew, and says so. */
    private @Nullable Instant afterAcknowledgement(
            EscalationRows.Standing escalation, WorkItem item, Instant acknowledged, Instant now) {
        var repeat = escalation.ladder().repeat();
        if (repeat == null) {
            return null;
        }
        var active = timeline.lastByPerson(item.number())
                .filter(last -> last.isAfter(acknowledged))
                .orElse(acknowledged);
        var again = active.plus(repeat);
        if (again.isAfter(now)) {
            rows.next(escalation.id(), again, null);
            return again;
        }
        var ladder = escalation.ladder().anew(now);
        rows.ladder(escalation.id(), ladder, escalation.round() + 1);
        return rows.locked(escalation.id())
                .map(begun -> climb(begun, item, now))
                .orElse(null);
    }

    private @Nullable Instant climb(EscalationRows.Standing escalation, WorkItem item, Instant now) {
        return climb(
                escalation,
                item,
                () -> commitments.get(escalation.commitment()),
                rows.done(escalation.id(), escalation.round()),
                now);
    }

    private @Nullable Instant climb(
            EscalationRows.Standing escalation,
            WorkItem item,
            Supplier<Commitment> commitment,
            Set<Ladder.Done> done,
            Instant now) {
        var ahead = escalation.ladder().ahead(done::contains);
        var due = ahead.stream().filter(one -> !one.at().isAfter(now)).toList();
        if (!due.isEmpty()) {
            telling.carryOut(escalation, item, commitment.get(), due, now);
        }
        Predicate<Ladder.Occurrence> isDue = due::contains;
        var next = ahead.stream()
                .filter(isDue.negate())
                .map(Ladder.Occurrence::at)
                .min(Comparator.naturalOrder())
                .orElse(escalation.ladder().giveUpAt());
        rows.next(escalation.id(), next, null);
        return next;
    }
}
