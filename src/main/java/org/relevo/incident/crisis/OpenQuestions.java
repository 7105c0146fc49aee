package org.relevo.incident.crisis;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.rules.Metric;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a case leaves open, in words: the draft of an agenda, and of what one shift tells the next. */
@Component
public class OpenQuestions {

    private final CrisisLog log;
    private final CrisisRoles roles;
    private final Hypotheses hypotheses;
    private final Workarounds workarounds;
    private final CrisisActions actions;
    private final Commitments commitments;
    private final MessageSource messages;
    private final Clock clock;

    OpenQuestions(
            CrisisLog log,
            CrisisRoles roles,
            Hypotheses hypotheses,
            Workarounds workarounds,
            CrisisActions actions,
            Commitments commitments,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.roles = roles;
        this.hypotheses = hypotheses;
        this.workarounds = workarounds;
        this.actions = actions;
        this.commitments = commitments;
        this.messages = messages;
        this.clock = clock;
    }

    /** That of the incident manager, or of the one who works on the case: they open the meeting that a process calls. */
    Locale language(WorkItem item) {
        return roles.holder(item.number(), CrisisRole.INCIDENT_MANAGER)
                .map(RoleHolder::username)
                .or(() -> Optional.ofNullable(item.assignee()))
                .map(log::language)
                .orElse(Locale.ENGLISH);
    }

    /** One line for each question, times in the zone of the case's team. */
    public String agenda(WorkItem item, Locale language) {
        var said = new Said(language, log.zone(item));
        var lines = Stream.of(roles(item, said), overdue(item, said), update(item, said), workaround(item, said))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        lines.addAll(hypotheses(item, said));
        lines.addAll(actions(item, said));
        if (lines.isEmpty()) {
            lines.add(said.of("crisis.question.nothing"));
        }
        return lines(lines);
    }

    /** State, open questions, actions and the next deadlines. */
    public String handover(WorkItem item, Locale language) {
        var said = new Said(language, log.zone(item));
        var state = new ArrayList<String>();
        state.add(said.of(
                "crisis.draft.state.line",
                item.number(),
                item.title(),
                said.of("state." + item.state()),
                item.priority() == null ? "–" : item.priority()));
        workarounds.of(item.number()).stream()
                .filter(Workaround::inPlace)
                .forEach(one -> state.add(said.of("crisis.draft.workaround", line(one.text()), line(one.effect()))));
        var open = Stream.of(roles(item, said), workaround(item, said), hypotheses(item, said))
                .flatMap(List::stream)
                .toList();
        return Stream.of(
                        section(said, "crisis.draft.state", state),
                        section(said, "crisis.draft.open", open),
                        section(said, "crisis.draft.actions", actions(item, said)),
                        section(said, "crisis.draft.deadlines", deadlines(item, said)))
                .collect(Collectors.joining("\n\n"));
    }

    private static String section(Said said, String heading, List<String> lines) {
        return said.of(heading) + "\n" + lines(lines.isEmpty() ? List.of(said.of("crisis.draft.none")) : lines);
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private List<String> roles(WorkItem item, Said said) {
        var held = roles.of(item.number()).stream().map(RoleHolder::role).toList();
        return Arrays.stream(CrisisRole.values())
                .filter(role -> !held.contains(role))
                .map(role -> said.of("crisis.question.role", said.of("crisis.role." + role)))
                .toList();
    }

    private List<String> overdue(WorkItem item, Said said) {
        var now = clock.instant();
        return running(item.number()).stream()
                .filter(one -> one.usedShare(now) >= 1 && one.metric() != Metric.UPDATE)
                .map(one -> said.of(
                        "crisis.question.overdue",
                        said.of("metric." + one.metric()),
                        one.dueAt(now).map(said::time).orElse("–")))
                .toList();
    }

    private List<String> update(WorkItem item, Said said) {
        return running(item.number()).stream()
                .filter(one -> one.metric() == Metric.UPDATE)
                .flatMap(one -> one.dueAt(clock.instant()).stream())
                .map(due -> said.of("crisis.question.update", said.time(due)))
                .toList();
    }

    private List<String> workaround(WorkItem item, Said said) {
        var inPlace = workarounds.of(item.number()).stream()
                .filter(Workaround::inPlace)
                .toList();
        return inPlace.isEmpty()
                ? List.of(said.of("crisis.question.workaround"))
                : inPlace.stream()
                        .filter(one -> one.riskAcceptedBy() == null)
                        .map(one -> said.of("crisis.question.risk", line(one.text())))
                        .toList();
    }

    private List<String> hypotheses(WorkItem item, Said said) {
        return hypotheses.of(item.number()).stream()
                .filter(one -> one.state() == Hypothesis.State.OPEN)
                .map(one -> said.of(
                        "crisis.question.hypothesis",
                        line(one.text()),
                        one.supporting().size(),
                        one.contradicting().size()))
                .toList();
    }

    private List<String> actions(WorkItem item, Said said) {
        var now = clock.instant();
        return actions.of(item.number()).stream()
                .filter(CrisisAction::open)
                .map(one -> said.of(
                        one.late(now) ? "crisis.question.lateAction" : "crisis.question.action",
                        line(one.text()),
                        log.name(one.owner()),
                        said.time(one.dueAt())))
                .toList();
    }

    private List<String> deadlines(WorkItem item, Said said) {
        var now = clock.instant();
        return running(item.number()).stream()
                .filter(one -> one.dueAt(now).isPresent())
                .sorted(Comparator.comparing(one -> one.dueAt(now).orElse(Instant.MAX)))
                .map(one -> said.of(
                        "crisis.draft.deadline",
                        said.of("metric." + one.metric()),
                        one.dueAt(now).map(said::time).orElse("–")))
                .toList();
    }

    private List<Commitment> running(WorkItemNumber number) {
        return commitments.of(number).stream().filter(Commitment::running).toList();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Words in one language, times in one zone. */
    private final class Said {
        private final Locale language;
        private final ZoneId zone;

        Said(Locale language, ZoneId zone) {
            this.language = language;
            this.zone = zone;
        }

        String of(String key, Object... values) {
            return messages.getMessage(key, values, language);
        }

        String time(Instant at) {
            return DateTimeFormatter.ofPattern("EEE d MMM HH:mm (VV)", language).format(at.atZone(zone));
        }
    }
}
