package org.relevo.escalation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Outbox;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Puts together what is known of the escalations of a case. */
@Component
class EscalationView {

    private final EscalationRows rows;
    private final Outbox outbox;
    private final People people;

    EscalationView(EscalationRows rows, Outbox outbox, People people) {
        this.rows = rows;
        this.outbox = outbox;
        this.people = people;
    }

    List<Escalation> of(WorkItemNumber number) {
        var all = rows.of(number);
        if (all.isEmpty()) {
            return List.of();
        }
        var ids = all.stream().map(EscalationRows.Standing::id).toList();
        var steps = rows.steps(ids).stream().collect(Collectors.groupingBy(EscalationRows.StepOf::escalation));
        var notices = outbox.of(ids).stream().collect(Collectors.groupingBy(Outbox.Entry::escalation));
        return all.stream()
                .map(one -> escalation(
                        one,
                        Objects.requireNonNullElse(steps.get(one.id()), List.of()),
                        Objects.requireNonNullElse(notices.get(one.id()), List.of())))
                .toList();
    }

    private Escalation escalation(
            EscalationRows.Standing one, List<EscalationRows.StepOf> steps, List<Outbox.Entry> notices) {
        return new Escalation(
                one.id(),
                one.commitment(),
                one.agreement(),
                one.metric(),
                one.policy(),
                one.rule(),
                one.because(),
                one.startedAt(),
                one.ladder().rungs(),
                steps.stream().map(EscalationRows.StepOf::step).toList(),
                notices.stream().map(this::notice).toList(),
                one.round(),
                one.nextAt(),
                one.waiting(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.endedAt(),
                one.endReason());
    }

    private Escalation.Notice notice(Outbox.Entry entry) {
        return new Escalation.Notice(
                name(entry.username(), entry.recipient()),
                entry.recipient(),
                entry.state(),
                entry.sentAt(),
                entry.problem());
    }

    private String name(@Nullable String username, String otherwise) {
        return Optional.ofNullable(username)
                .flatMap(people::find)
                .map(Person::name)
                .orElse(otherwise);
    }
}
