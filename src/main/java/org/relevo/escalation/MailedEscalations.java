package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relevo.commitment.CheckpointReached;
import org.relevo.notification.Outbox;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Audience;
import org.relevo.rules.Escalate;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what rules decide at checkpoints: each level, each audience, each person once. */
@Service
class MailedEscalations implements Escalations {

    private final EscalationRows rows;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final People people;
    private final Outbox outbox;
    private final EscalationMail mail;

    MailedEscalations(
            EscalationRows rows,
            WorkItems workItems,
            Timeline timeline,
            People people,
            Outbox outbox,
            EscalationMail mail) {
        this.rows = rows;
        this.workItems = workItems;
        this.timeline = timeline;
        this.people = people;
        this.outbox = outbox;
        this.mail = mail;
    }

    @EventListener
    @Transactional
    public void carryOut(CheckpointReached reached) {
        var item = workItems.find(reached.commitment().workItem()).orElseThrow();
        for (var decided : reached.escalations()) {
            rows.add(item.number(), reached.commitment().id(), decided, reached.at())
                    .ifPresent(id -> tell(id, item, reached, decided));
        }
    }

    private void tell(long escalation, WorkItem item, CheckpointReached reached, Escalate decided) {
        var recipients = recipients(item, decided.audience(), reached.at());
        outbox.add(
                recipients.stream()
                        .map(person -> mail.write(escalation, item, reached, decided, person))
                        .toList(),
                reached.at());
        var told = recipients.isEmpty()
                ? "nobody: no one holds this role"
                : recipients.stream().map(Person::name).collect(Collectors.joining(", "));
        timeline.append(
                item.number(),
                new TimelineEvent(
                        reached.at(),
                        "ESCALATED",
                        "%s %d %% used%s: told %s (%s)"
                                .formatted(
                                        word(decided.metric().name()),
                                        decided.level(),
                                        reached.late() ? ", noticed late" : "",
                                        told,
                                        word(decided.audience().name())),
                        "rule book " + reached.ruleBookVersion(),
                        "%s · %s".formatted(decided.rule(), decided.because())));
    }

    /** Who holds the audience's role now. Where nobody does, those who answer for the service are told instead. */
    private List<Person> recipients(WorkItem item, Audience audience, Instant at) {
        var found = switch (audience) {
            case ASSIGNEE -> assigneeOrOnCall(item, at);
            case ON_CALL -> onCall(item, at);
            case TEAM -> item.team() == null ? List.<Person>of() : people.membersOf(item.team());
            case SERVICE_MANAGER -> people.serviceManagers(item.service());
        };
        return found.isEmpty() ? people.serviceManagers(item.service()) : found;
    }

    /** One who has left cannot act; then the person on call is told. */
    private List<Person> assigneeOrOnCall(WorkItem item, Instant at) {
        return Optional.ofNullable(item.assignee())
                .flatMap(people::find)
                .filter(Person::enabled)
                .map(List::of)
                .orElseGet(() -> onCall(item, at));
    }

    private List<Person> onCall(WorkItem item, Instant at) {
        return item.team() == null
                ? List.of()
                : people.onCall(item.team(), at).stream().toList();
    }

    private static String word(String constant) {
        var words = constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public List<Escalation> of(WorkItemNumber number) {
        var escalations = rows.of(number);
        var entries = outbox.of(escalations.stream().map(Escalation::id).toList());
        return escalations.stream()
                .map(e -> e.with(entries.stream()
                        .filter(entry -> entry.escalation() == e.id())
                        .map(this::notice)
                        .toList()))
                .toList();
    }

    private Escalation.Notice notice(Outbox.Entry entry) {
        var name = entry.username() == null
                ? entry.recipient()
                : people.find(entry.username()).map(Person::name).orElse(entry.username());
        return new Escalation.Notice(name, entry.recipient(), entry.state(), entry.sentAt(), entry.problem());
    }

    @Override
    @Transactional
    public void end(WorkItemNumber number, Instant at, String reason) {
        var ended = rows.end(number, at, reason);
        if (!ended.isEmpty()) {
            outbox.withdraw(ended);
        }
    }
}
