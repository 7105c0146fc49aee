package org.relevo.rca;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relevo.commitment.Commitments;
import org.relevo.incident.IncidentRaised;
import org.relevo.rca.CorrectiveAction.Status;
import org.relevo.rca.RcaEvents.RcaReopened;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sees that something has happened again although it was analysed, and says which action was overdue or did not help. */
@Component
class Repeats {

    private static final String BY = "repeat";

    private final Signatures signatures;
    private final RcaRows rcas;
    private final ActionRows actions;
    private final RcaOpening opening;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Repeats(
            Signatures signatures,
            RcaRows rcas,
            ActionRows actions,
            RcaOpening opening,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signatures = signatures;
        this.rcas = rcas;
        this.actions = actions;
        this.opening = opening;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    /** Just before the commit: the alerts that make the incident's signature are on it by then. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(IncidentRaised raised) {
        var incident = raised.incident();
        signatures
                .note(incident.number())
                .ifPresent(signature -> rcas.ofSignature(signature).forEach(number -> repeated(number, incident)));
    }

    private void repeated(WorkItemNumber number, WorkItem incident) {
        var item = workItems.locked(number).orElseThrow();
        var rca = rcas.find(number).orElseThrow();
        var now = clock.instant();
        var planned = actions.of(number);
        var overdue = planned.stream().filter(one -> one.overdue(now)).toList();
        var failed = planned.stream().filter(one -> one.status() == Status.DONE).toList();
        if (overdue.isEmpty() && failed.isEmpty()) {
            note(number, incident, "It happened again as %s; no action is overdue".formatted(incident.number()), now);
            return;
        }
        rcas.link(
                number,
                incident.number(),
                true,
                overdue.isEmpty() ? null : overdue.get(0).number().value());
        failed.forEach(one -> didNotHelp(one, incident, now));
        note(number, incident, sentence(incident, overdue, failed), now);
        if (rca.status() == RcaStatus.DELIVERED) {
            reopen(item, incident, now);
        }
    }

    private static String sentence(WorkItem incident, List<CorrectiveAction> overdue, List<CorrectiveAction> failed) {
        return "It happened again as %s: %s"
                .formatted(
                        incident.number(),
                        Stream.concat(
                                        overdue.stream()
                                                .map(one -> "%s “%s” was overdue".formatted(one.number(), one.title())),
                                        failed.stream()
                                                .map(one ->
                                                        "%s “%s” did not help".formatted(one.number(), one.title())))
                                .collect(Collectors.joining("; ")));
    }

    private void didNotHelp(CorrectiveAction action, WorkItem incident, Instant now) {
        actions.unwatch(action.number(), "REPEATED", now);
        actions.status(action.number(), Status.INEFFECTIVE);
        workItems.locked(action.number()).ifPresent(item -> workItems.save(item.moved(State.CLOSED, now)));
        timeline.append(
                action.number(),
                new TimelineEvent(now, "ACTION_INEFFECTIVE", "It happened again as " + incident.number(), BY, null));
    }

    private void reopen(WorkItem item, WorkItem incident, Instant now) {
        var number = item.number();
        rcas.status(number, RcaStatus.DRAFTING);
        workItems.save(item.moved(State.ACKNOWLEDGED, null));
        commitments.open(
                number, opening.owed(number, WorkItemType.RCA, item, now).all(OpenCommitment.class), now);
        timeline.append(number, new TimelineEvent(now, "RCA_REOPENED", "Reopened", BY, null));
        events.publishEvent(new RcaReopened(number, incident.number()));
    }

    private void note(WorkItemNumber number, WorkItem incident, String text, Instant now) {
        timeline.append(number, new TimelineEvent(now, "REPEATED", text, BY, null));
        timeline.append(
                incident.number(),
                new TimelineEvent(now, "REPEATED", "It was analysed before as %s".formatted(number), BY, text));
    }
}
