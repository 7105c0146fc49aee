package org.relevo.rca;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Inbox;
import org.relevo.rca.RcaContent.Event;
import org.relevo.rules.Metric;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Drafts the sections of an analysis from what the timeline of its incident says, and says where it says so. */
@Component
class Drafting {

    /** The task of the shipped processes whose answer is the cause. */
    private static final String CAUSE = "findRootCause";

    private static final Set<String> TOLD = Set.of(
            "RAISED",
            "RATED",
            "ACKNOWLEDGED",
            "ESCALATED",
            "TASK_COMPLETED",
            "PROMOTED",
            "WORKAROUND",
            "RESOLUTION_PROPOSED",
            "RESOLVED",
            "REOPENED");
    private static final int MOST_QUOTATIONS = 40;

    private final Services services;
    private final Commitments commitments;
    private final UsersAffected users;
    private final ObjectProvider<Inbox> inbox;
    private final Clock clock;

    Drafting(
            Services services, Commitments commitments, UsersAffected users, ObjectProvider<Inbox> inbox, Clock clock) {
        this.services = services;
        this.commitments = commitments;
        this.users = users;
        this.inbox = inbox;
        this.clock = clock;
    }

    String draft(Section section, WorkItem incident, List<Event> events, DraftWords words) {
        return switch (section) {
            case SUMMARY -> summary(incident, events, words);
            case IMPACT -> impact(incident, words);
            case TIMELINE -> timeline(events);
            case ROOT_CAUSE ->
                causeFound(incident, events)
                        .map(event -> "%s [#%d]".formatted(answer(event), event.id()))
                        .orElse("");
            case FACTORS -> listed(events, event -> kind(event, "ESCALAT", "BREACH", "UNDELIVERED"));
            case WENT_WELL -> wentWell(incident, events, words);
            case LUCK -> "";
        };
    }

    /** What somebody answered to the task of finding the cause, whatever that task is called. */
    Optional<Event> causeFound(WorkItem incident, List<Event> events) {
        var completions = inbox.getObject().of(incident.number()).stream()
                .filter(task -> task.key().equals(CAUSE) && task.endedAt() != null)
                .map(task -> "Completed “%s”".formatted(task.name()))
                .toList();
        return events.stream()
                .filter(event -> event.kind().equals("TASK_COMPLETED")
                        && completions.stream().anyMatch(event.text()::startsWith))
                .reduce((earlier, later) -> later);
    }

    String answer(Event event) {
        var answer = event.text().replaceFirst("^Completed “[^”]*”:? ?", "").strip();
        return answer.isEmpty() ? event.text() : answer;
    }

    private String summary(WorkItem incident, List<Event> events, DraftWords words) {
        if (incident.type() == WorkItemType.PROJECT) {
            return words.of("rca.draft.project", incident.title(), incident.number());
        }
        var service = Optional.ofNullable(incident.service())
                .flatMap(services::find)
                .map(Service::name)
                .orElseGet(() -> words.of("rca.draft.noService"));
        var number = incident.number() + (incident.priority() == null ? "" : ", " + incident.priority());
        var from = words.at(incident.raisedAt());
        var end = incident.endedAt();
        var told = end == null
                ? words.of("rca.draft.goesOn", incident.title(), number, service, from)
                : words.of(
                        "rca.draft.ended",
                        incident.title(),
                        number,
                        service,
                        from,
                        words.at(end),
                        words.span(incident.raisedAt(), end));
        return told
                + events.stream()
                        .filter(event -> event.kind().equals("RESOLVED"))
                        .reduce((earlier, later) -> later)
                        .map(event -> "\n[#%d]".formatted(event.id()))
                        .orElse("");
    }

    private String impact(WorkItem incident, DraftWords words) {
        var lines = new ArrayList<String>();
        if (!incident.description().isBlank()) {
            lines.add(incident.description().lines().limit(6).collect(Collectors.joining("\n")));
        }
        var end = incident.endedAt() == null ? clock.instant() : incident.endedAt();
        var minutes = Duration.between(incident.raisedAt(), end).toMinutes();
        users.of(incident)
                .ifPresent(many -> lines.add("- " + words.of("rca.draft.users", many, minutes, many * minutes)));
        commitments
                .of(incident.number())
                .forEach(one -> lines.add("- "
                        + words.of(
                                "rca.draft.target." + one.stateAt(end),
                                words.of("metric." + one.metric()),
                                words.target(one.target()))));
        return String.join("\n", lines);
    }

    private static String timeline(List<Event> events) {
        return events.stream()
                .filter(event -> TOLD.contains(event.kind()) || kind(event, "ESCALAT", "BREACH"))
                .limit(MOST_QUOTATIONS)
                .map(event -> "[#%d]".formatted(event.id()))
                .collect(Collectors.joining("\n"));
    }

    private String wentWell(WorkItem incident, List<Event> events, DraftWords words) {
        var lines = new ArrayList<String>();
        events.stream()
                .filter(event -> event.kind().equals("ACKNOWLEDGED"))
                .findFirst()
                .ifPresent(event -> lines.add("- %s [#%d]"
                        .formatted(
                                words.of("rca.draft.onIt", words.span(incident.raisedAt(), event.at())), event.id())));
        commitments.of(incident.number()).stream()
                .filter(one -> one.metric() == Metric.RESOLUTION && one.state() == Commitment.Status.MET)
                .findFirst()
                .ifPresent(one -> lines.add("- " + words.of("rca.draft.inTime")));
        return String.join("\n", lines);
    }

    private static String listed(List<Event> events, Predicate<Event> which) {
        return events.stream()
                .filter(which)
                .limit(10)
                .map(event -> "- [#%d]".formatted(event.id()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean kind(Event event, String... words) {
        return Set.of(words).stream().anyMatch(event.kind()::contains);
    }
}
