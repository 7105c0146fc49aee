package org.relevo.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.escalation.Escalation;
import org.relevo.inbox.InboxItem;
import org.relevo.inbox.web.TasksApi.TaskRow;
import org.relevo.intake.Alerts;
import org.relevo.rules.Audience;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
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
     * @param usedShare of the target: 1 is all of it
     */
    record Target(
            Metric metric,
            Commitment.Status state,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            double usedShare,
            String reason) {
        static Target of(Commitment commitment, Instant now) {
            return new Target(
                    commitment.metric(),
                    commitment.state(),
                    commitment.startedAt(),
                    commitment.dueAt(),
                    commitment.endedAt(),
                    commitment.usedShare(now),
                    reasonOf(commitment.rule(), commitment.because()));
        }
    }

    record Event(Instant at, String kind, String text, String by, @Nullable String reason) {
        static Event of(TimelineEvent event) {
            return new Event(event.at(), event.kind(), event.text(), event.by(), event.reason());
        }
    }

    /**
     * An escalation.
     *
     * @param level the checkpoint that caused it, in percent of the target
     */
    record Level(
            Metric metric,
            int level,
            Audience audience,
            Instant at,
            String reason,
            List<Escalation.Notice> notices,
            @Nullable Instant endedAt,
            @Nullable String endReason) {
        static Level of(Escalation escalation) {
            return new Level(
                    escalation.metric(),
                    escalation.level(),
                    escalation.audience(),
                    escalation.at(),
                    reasonOf(escalation.rule(), escalation.because()),
                    escalation.notices(),
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
