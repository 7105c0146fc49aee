package org.relevo.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Amount;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Hold;
import org.relevo.commitment.Term;
import org.relevo.escalation.Escalation;
import org.relevo.escalation.Rung;
import org.relevo.inbox.InboxItem;
import org.relevo.inbox.web.TasksApi.TaskRow;
import org.relevo.intake.Alerts;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.State;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemType;

/** A case as the API tells it. */
@JsonInclude
record WorkItemDetail(
        String number,
        WorkItemType type,
        String title,
        String description,
        State state,
        @Nullable Priority priority,
        @Nullable String priorityReason,
        @Nullable Rating impact,
        @Nullable Rating urgency,
        @Nullable String service,
        @Nullable String team,
        @Nullable String teamReason,
        @Nullable String owner,
        @Nullable String assignee,
        Instant raisedAt,
        String raisedBy,
        @Nullable Instant endedAt,
        @Nullable String resolutionProposed,
        List<Target> commitments,
        List<Event> timeline,
        List<Level> escalations,
        List<TaskRow> tasks,
        List<Firing> alerts) {

    /** A case in a list. */
    record Summary(
            String number,
            WorkItemType type,
            String title,
            State state,
            @Nullable Priority priority,
            @Nullable String service,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String assignee,
            Instant raisedAt) {
        static Summary of(WorkItem item) {
            return new Summary(
                    item.number().value(),
                    item.type(),
                    item.title(),
                    item.state(),
                    item.priority(),
                    item.service(),
                    item.team(),
                    item.owner(),
                    item.assignee(),
                    item.raisedAt());
        }
    }

    /**
     * A commitment.
     *
     * @param target {@code PT4H} of working time, {@code 2 business days}, or null for an amount
     * @param dueAt when it is missed; for one on hold, if it were resumed now
     * @param usedShare of the target or tolerance: 1 is all of it
     * @param left working time in ISO 8601; negative when overdue
     * @param calendar by which it counts now, and why
     * @param nextCheckpointAt when rules look at it next; null where none is ahead or it is on hold
     */
    record Target(
            long id,
            Agreement agreement,
            Metric metric,
            Commitment.Status state,
            Instant startedAt,
            @Nullable TimeTarget target,
            @Nullable Amount amount,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            double usedShare,
            @Nullable Duration left,
            @Nullable String calendar,
            @Nullable String calendarReason,
            List<Hold> holds,
            @Nullable Instant nextCheckpointAt,
            String reason) {
        static Target of(Commitment commitment, Instant now) {
            var term = commitment.term();
            return new Target(
                    commitment.id(),
                    commitment.agreement(),
                    commitment.metric(),
                    commitment.stateAt(now),
                    commitment.startedAt(),
                    commitment.target(),
                    commitment.amount(),
                    commitment.dueAt(now).orElse(null),
                    commitment.endedAt(),
                    commitment.usedShare(now),
                    commitment.target() == null ? null : commitment.left(now),
                    term.map(Term::calendar).orElse(null),
                    term.map(Term::because).orElse(null),
                    commitment.holds(),
                    commitment.nextCheckpoint(now).orElse(null),
                    reasonOf(commitment.rule(), commitment.because()));
        }
    }

    record Event(
            Instant at,
            String kind,
            String text,
            String by,
            @Nullable String reason) {
        static Event of(TimelineEvent event) {
            return new Event(event.at(), event.kind(), event.text(), event.by(), event.reason());
        }
    }

    /**
     * An escalation.
     *
     * @param ladder what it does, frozen when it started
     * @param steps what it has done
     * @param nextAt when it does something next
     */
    record Level(
            long id,
            long commitment,
            Metric metric,
            String policy,
            Instant startedAt,
            String reason,
            List<Rung> ladder,
            List<Escalation.Step> steps,
            List<Escalation.Notice> notices,
            @Nullable Instant nextAt,
            @Nullable String waiting,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant endedAt,
            @Nullable String endReason) {
        static Level of(Escalation escalation) {
            return new Level(
                    escalation.id(),
                    escalation.commitment(),
                    escalation.metric(),
                    escalation.policy(),
                    escalation.startedAt(),
                    reasonOf(escalation.rule(), escalation.because()),
                    escalation.rungs(),
                    escalation.steps(),
                    escalation.notices(),
                    escalation.nextAt(),
                    escalation.waiting(),
                    escalation.acknowledgedAt(),
                    escalation.acknowledgedBy(),
                    escalation.endedAt(),
                    escalation.endReason());
        }
    }

    record Firing(String source, String fingerprint, Instant startsAt, String status) {
        static Firing of(Alerts.OnIncident alert) {
            return new Firing(
                    alert.source(),
                    alert.fingerprint(),
                    alert.startsAt(),
                    alert.status().name().toLowerCase(Locale.ROOT));
        }
    }

    static WorkItemDetail of(
            WorkItem item,
            List<Commitment> commitments,
            List<TimelineEvent> timeline,
            List<Escalation> escalations,
            List<InboxItem> tasks,
            List<Alerts.OnIncident> alerts,
            Instant now) {
        return new WorkItemDetail(
                item.number().value(),
                item.type(),
                item.title(),
                item.description(),
                item.state(),
                item.priority(),
                item.priorityReason(),
                item.impact(),
                item.urgency(),
                item.service(),
                item.team(),
                item.teamReason(),
                item.owner(),
                item.assignee(),
                item.raisedAt(),
                item.raisedBy(),
                item.endedAt(),
                item.resolutionProposed(),
                commitments.stream().map(one -> Target.of(one, now)).toList(),
                timeline.stream().map(Event::of).toList(),
                escalations.stream().map(Level::of).toList(),
                tasks.stream().map(TaskRow::of).toList(),
                alerts.stream().map(Firing::of).toList());
    }

    private static String reasonOf(String rule, String because) {
        return "%s · %s".formatted(because, rule);
    }
}
