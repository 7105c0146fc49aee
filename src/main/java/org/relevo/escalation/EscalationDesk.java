package org.relevo.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.relevo.commitment.CheckpointReached;
import org.relevo.commitment.CommitmentChanged;
import org.relevo.commitment.CommitmentEnded;
import org.relevo.notification.MailRefused;
import org.relevo.notification.Outbox;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Escalate;
import org.relevo.rules.EscalationPolicy;
import org.relevo.rules.StartEscalation;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the escalations that rules decide on, and ends them when their reason is gone. */
@Service
class EscalationDesk implements Escalations {

    private final EscalationRows rows;
    private final EscalationView view;
    private final Climb climb;
    private final EscalationSchedule schedule;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Outbox outbox;
    private final AllClear allClear;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EscalationDesk(
            EscalationRows rows,
            EscalationView view,
            Climb climb,
            EscalationSchedule schedule,
            WorkItems workItems,
            Timeline timeline,
            Outbox outbox,
            AllClear allClear,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.view = view;
        this.climb = climb;
        this.schedule = schedule;
        this.workItems = workItems;
        this.timeline = timeline;
        this.outbox = outbox;
        this.allClear = allClear;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void carryOut(CheckpointReached reached) {
        for (var decision : reached.decisions()) {
            if (decision instanceof StartEscalation start) {
                start(reached, start.policy(), start.rule(), start.because());
            } else if (decision instanceof Escalate tell) {
                var once = EscalationPolicy.telling(tell.audience(), tell.level());
                start(reached, once, tell.rule(), tell.because());
            }
        }
        if (reached.commitment().amount() != null) {
            amountReached(reached);
        }
    }

    private void start(CheckpointReached reached, EscalationPolicy policy, String rule, String because) {
        var commitment = reached.commitment();
        var told = reached.told() ? rows.doneBefore(commitment.id(), policy.name()) : Set.<Ladder.Done>of();
        var whole = Ladder.of(policy, commitment, reached.percent(), reached.late(), reached.at());
        // What was told before a hold is not told again after it.
        var ladder = new Ladder(
                whole.rungs().stream()
                        .filter(rung -> !told.contains(
                                new Ladder.Done(rung.level(), 0, rung.audience().text())))
                        .toList(),
                whole.giveUpAt(),
                whole.repeat());
        if (ladder.rungs().isEmpty()) {
            return;
        }
        rows.add(commitment, policy.name(), rule, because, reached.ruleBookVersion(), ladder, reached.at())
                .ifPresent(begun -> schedule.first(
                        begun.id(), reached.item(), climb.begin(begun, reached.item(), commitment, reached.at())));
    }

    /** What has been reported may have reached rungs of an escalation that goes on. */
    private void amountReached(CheckpointReached reached) {
        for (var standing : rows.goingOn(reached.item().number())) {
            if (standing.commitment() == reached.commitment().id()) {
                rows.ladder(
                        standing.id(), standing.ladder().reached(reached.percent(), reached.at()), standing.round());
                schedule.at(standing.id(), reached.item(), climb.on(standing.id()));
            }
        }
    }

    @EventListener
    @Transactional
    public void on(CommitmentChanged changed) {
        if (changed.anew()) {
            endOf(changed.commitment().id(), changed.commitment().workItem(), changed.at(), changed.because(), true);
        }
    }

    @EventListener
    @Transactional
    public void on(CommitmentEnded ended) {
        var commitment = ended.commitment();
        var reason = "the %s is owed no longer".formatted(commitment.metric().word());
        endOf(commitment.id(), commitment.workItem(), ended.at(), reason, false);
    }

    private void endOf(long commitment, WorkItemNumber number, Instant at, String reason, boolean acknowledgedToo) {
        end(
                rows.goingOn(number).stream()
                        .filter(standing -> standing.commitment() == commitment)
                        .filter(standing -> acknowledgedToo || standing.acknowledgedAt() == null)
                        .map(EscalationRows.Standing::id)
                        .toList(),
                number,
                at,
                reason);
    }

    @EventListener
    @Transactional
    public void on(EscalationAcknowledged acknowledged) {
        if (workItems.locked(acknowledged.workItem()).isEmpty()) {
            throw new Refusal.NotFound(
                    "There is no case %s. Look for it in the list of incidents.".formatted(acknowledged.workItem()));
        }
        acknowledged(acknowledged.workItem(), acknowledged.at(), acknowledged.by(), "by mail");
    }

    @Override
    @Transactional
    public void acknowledged(WorkItemNumber number, Instant at, String by, String via) {
        var item = workItems.find(number).orElseThrow();
        for (var standing : rows.goingOn(number)) {
            var repeat = standing.ladder().repeat();
            if (repeat == null) {
                end(List.of(standing.id()), number, at, "acknowledged by %s %s".formatted(by, via));
            } else if (standing.acknowledgedAt() == null) {
                rows.acknowledged(standing.id(), at, by, at.plus(repeat));
                outbox.withdraw(List.of(standing.id()));
                schedule.at(standing.id(), item, at.plus(repeat));
            }
        }
    }

    @Override
    @Transactional
    public void end(WorkItemNumber number, Instant at, String reason) {
        end(rows.goingOn(number).stream().map(EscalationRows.Standing::id).toList(), number, at, reason);
    }

    private void end(List<Long> ids, WorkItemNumber number, Instant at, String reason) {
        if (!ids.isEmpty()) {
            rows.end(ids, at, reason);
            outbox.withdraw(ids);
            ids.forEach(schedule::remove);
            if (rows.goingOn(number).isEmpty()) {
                events.publishEvent(new EscalationsEnded(number, at));
            }
        }
    }

    @Override
    @Transactional
    public void allClear(WorkItemNumber number, Instant at, String reason) {
        // Before mails are withdrawn: one that is just being handed over still reaches its recipient.
        allClear.tell(workItems.find(number).orElseThrow(), reason, at);
        end(number, at, reason);
    }

    @Override
    @Transactional
    public void switchOff(long id, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        if (because.isBlank() || because.length() > 500) {
            throw new Refusal.Invalid("because", "Say in up to 500 characters why nobody further is told.");
        }
        var item = rows.caseOf(id).flatMap(workItems::locked).orElseThrow(() -> unknown(id));
        var standing = rows.locked(id).orElseThrow(() -> unknown(id));
        if (standing.endedAt() != null) {
            throw new Refusal.Conflict("That escalation has ended already: %s.".formatted(standing.endReason()));
        }
        var now = clock.instant();
        var reason = "switched off by %s: %s".formatted(by.name(), because.strip());
        end(List.of(id), item.number(), now, reason);
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now,
                        "ESCALATION_ENDED",
                        "Escalation of the %s switched off"
                                .formatted(standing.metric().word()),
                        by.name(),
                        because.strip()));
    }

    /** The one whom a level meant cannot be reached: the escalation moves on at once. */
    @EventListener
    @Transactional
    public void on(MailRefused refused) {
        var id = refused.escalation();
        if (id != null) {
            hurry(id, "the mail to %s was refused: %s".formatted(refused.recipient(), refused.smtpAnswer()));
        }
    }

    @Transactional
    void hurry(long id, String why) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        var standing = rows.locked(id).filter(e -> e.endedAt() == null).orElse(null);
        if (item == null || standing == null || standing.acknowledgedAt() != null) {
            return;
        }
        var done = rows.done(id, standing.round());
        standing.ladder().ahead(done::contains).stream()
                .filter(one -> one.reminder() == 0)
                .findFirst()
                .ifPresent(next -> hurry(standing, item, next.rung().level(), why));
    }

    private void hurry(EscalationRows.Standing standing, WorkItem item, int level, String why) {
        var now = clock.instant();
        timeline.append(
                item.number(),
                new TimelineEvent(
                        now, "ESCALATION_MOVED_ON", "Level %d is told at once".formatted(level), "relevo", why));
        rows.ladder(standing.id(), standing.ladder().hurried(level, now), standing.round());
        schedule.at(standing.id(), item, climb.on(standing.id()));
    }

    @Override
    public List<Escalation> of(WorkItemNumber number) {
        return view.of(number);
    }

    private static Refusal.NotFound unknown(long id) {
        return new Refusal.NotFound("There is no escalation %d. The case's page lists those it has.".formatted(id));
    }
}
