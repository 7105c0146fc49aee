package org.relevo.rca;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.rca.RcaContent.Event;
import org.relevo.rules.Metric;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** Drafts the sections of an analysis from what the timeline of its incident says, and says where it says so. */
@Component
class Drafting {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
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
    private final Clock clock;

    Drafting(Services services, Commitments commitments, UsersAffected users, Clock clock) {
        this.services = services;
        this.commitments = commitments;
        this.users = users;
        this.clock = clock;
    }

    String draft(Section section, WorkItem incident, List<Event> events) {
        return switch (section) {
            case SUMMARY -> summary(incident, events);
            case IMPACT -> impact(incident);
            case TIMELINE -> timeline(events);
            case ROOT_CAUSE ->
                causeFound(events)
                        .map(event -> "%s [#%d]".formatted(answer(event), event.id()))
                        .orElse("");
            case FACTORS -> listed(events, event -> kind(event, "ESCALAT", "BREACH", "UNDELIVERED"));
            case WENT_WELL -> wentWell(incident, events);
            case LUCK -> "";
        };
    }

    /** What somebody answered to the task of finding the cause. */
    Optional<Event> causeFound(List<Event> events) {
        return events.stream()
                .filter(event ->
                        event.kind().equals("TASK_COMPLETED") && event.text().contains("“Find root cause”"))
                .reduce((earlier, later) -> later);
    }

    String answer(Event event) {
        var answer = event.text().replaceFirst("^Completed “[^”]*”:? ?", "").strip();
        return answer.isEmpty() ? event.text() : answer;
    }

    private String summary(WorkItem incident, List<Event> events) {
        if (incident.type() == WorkItemType.PROJECT) {
            return "%s (%s) went beyond a tolerance of what it had promised."
                    .formatted(incident.title(), incident.number());
        }
        var service = Optional.ofNullable(incident.service())
                .flatMap(services::find)
                .map(Service::name)
                .orElse("a service that nobody named");
        var end = incident.endedAt();
        var resolved =
                events.stream().filter(event -> event.kind().equals("RESOLVED")).reduce((a, b) -> b);
        return "%s (%s%s) affected %s from %s%s.%s"
                .formatted(
                        incident.title(),
                        incident.number(),
                        incident.priority() == null ? "" : ", " + incident.priority(),
                        service,
                        AT.format(incident.raisedAt()),
                        end == null
                                ? " and goes on"
                                : " to %s, for %s".formatted(AT.format(end), span(incident.raisedAt(), end)),
                        resolved.map(event -> "\n[#%d]".formatted(event.id())).orElse(""));
    }

    private String impact(WorkItem incident) {
        var lines = new ArrayList<String>();
        if (!incident.description().isBlank()) {
            lines.add(incident.description().lines().limit(6).collect(Collectors.joining("\n")));
        }
        var end = incident.endedAt() == null ? clock.instant() : incident.endedAt();
        var minutes = Duration.between(incident.raisedAt(), end).toMinutes();
        users.of(incident)
                .ifPresent(many -> lines.add("- %,d people affected for %,d minutes: %,d user minutes"
                        .formatted(many, minutes, many * minutes)));
        commitments.of(incident.number()).forEach(one -> lines.add(kept(one, end)));
        return String.join("\n", lines);
    }

    private static String kept(Commitment one, Instant end) {
        var target = one.target();
        var of = target == null ? "" : " of " + target.words();
        var metric = capital(one.metric().word());
        return switch (one.stateAt(end)) {
            case BREACHED -> "- %s target%s missed".formatted(metric, of);
            case MET -> "- %s target%s met".formatted(metric, of);
            case RUNNING, HELD -> "- %s target%s still runs".formatted(metric, of);
            case CANCELLED -> "- %s target%s called off".formatted(metric, of);
        };
    }

    private static String timeline(List<Event> events) {
        return events.stream()
                .filter(event -> TOLD.contains(event.kind()) || kind(event, "ESCALAT", "BREACH"))
                .limit(MOST_QUOTATIONS)
                .map(event -> "[#%d]".formatted(event.id()))
                .collect(Collectors.joining("\n"));
    }

    private String wentWell(WorkItem incident, List<Event> events) {
        var lines = new ArrayList<String>();
        events.stream()
                .filter(event -> event.kind().equals("ACKNOWLEDGED"))
                .findFirst()
                .ifPresent(event -> lines.add("- Somebody was on it within %s [#%d]"
                        .formatted(span(incident.raisedAt(), event.at()), event.id())));
        commitments.of(incident.number()).stream()
                .filter(one -> one.metric() == Metric.RESOLUTION && one.state() == Commitment.Status.MET)
                .findFirst()
                .ifPresent(one -> lines.add("- The service was back within its target"));
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

    private static String span(Instant from, Instant to) {
        var length = Duration.between(from, to);
        return length.toHours() > 0
                ? "%d h %d min".formatted(length.toHours(), length.toMinutesPart())
                : length.toMinutes() > 0 ? "%d min".formatted(length.toMinutes()) : "less than a minute";
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
