package org.relevo.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.commitment.Commitment;
import org.relevo.notification.Mail;
import org.relevo.notification.Outbox;
import org.relevo.people.Person;
import org.relevo.rules.Audience;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those that the due levels of an escalation mean: each person once, at the highest level that means this person. */
@Component
class Telling {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final EscalationRows rows;
    private final Recipients recipients;
    private final EscalationMail mail;
    private final Outbox outbox;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Telling(
            EscalationRows rows,
            Recipients recipients,
            EscalationMail mail,
            Outbox outbox,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.recipients = recipients;
        this.mail = mail;
        this.outbox = outbox;
        this.timeline = timeline;
        this.events = events;
    }

    /** What one audience is told: the highest of its levels that are due, in which those missed before it collapse. */
    private record Call(Ladder.Occurrence highest, List<Ladder.Occurrence> all, List<Person> told, String left) {}

    void carryOut(
            EscalationRows.Standing escalation,
            WorkItem item,
            Commitment commitment,
            List<Ladder.Occurrence> due,
            Instant now) {
        var calls = calls(item, commitment, due, now);
        var tellings = new LinkedHashMap<String, Mail>();
        // From the highest level down, so that whoever is meant by two hears the graver one.
        for (var i = calls.size() - 1; i >= 0; i--) {
            var call = calls.get(i);
            var message = message(escalation, commitment, call.highest(), now);
            for (var person : call.told()) {
                tellings.computeIfAbsent(
                        person.username(), name -> mail.write(escalation, item, commitment, message, person));
            }
            if (call.highest().rung().audience().kind() == Audience.Kind.MAIL) {
                var address = call.highest().rung().audience().of();
                tellings.computeIfAbsent(
                        "mail:" + address, name -> mail.writeOutside(escalation, item, commitment, message, address));
            }
        }
        outbox.add(List.copyOf(tellings.values()), now);
        rows.addSteps(
                escalation.id(),
                calls.stream()
                        .flatMap(call -> call.all().stream().map(one -> step(escalation, call, one, now)))
                        .toList());
        timeline.append(
                escalation.workItem(),
                calls.stream().map(call -> event(escalation, call, now)).toArray(TimelineEvent[]::new));
        due.stream()
                .filter(one -> one.reminder() == 0 && one.rung().task() != null)
                .map(one -> new EscalationLevelReached(
                        escalation.id(),
                        item.number(),
                        one.rung().level(),
                        one.rung().task(),
                        now))
                .distinct()
                .forEach(events::publishEvent);
    }

    private List<Call> calls(WorkItem item, Commitment commitment, List<Ladder.Occurrence> due, Instant now) {
        Map<String, List<Ladder.Occurrence>> byAudience = due.stream()
                .collect(Collectors.groupingBy(
                        one -> one.rung().audience().text(), LinkedHashMap::new, Collectors.toList()));
        var calls = new ArrayList<Call>();
        for (var all : byAudience.values()) {
            var highest = all.get(all.size() - 1);
            var meant = recipients.of(item, highest.rung().audience(), now);
            var told = meant.stream()
                    .filter(person -> allowed(highest.rung(), person, commitment, now))
                    .toList();
            var left = meant.stream()
                    .filter(person -> !told.contains(person))
                    .map(person -> "%s: not told at %s local time"
                            .formatted(
                                    person.name(),
                                    now.atZone(person.zone())
                                            .toLocalTime()
                                            .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)))
                    .collect(Collectors.joining("; "));
            calls.add(new Call(highest, all, told, left));
        }
        calls.sort(java.util.Comparator.comparing(call -> call.highest().rung().level()));
        return calls;
    }

    private static boolean allowed(Rung rung, Person person, Commitment commitment, Instant now) {
        var when = rung.when();
        return when == null || when.allows(now.atZone(person.zone()), Holidays.isOne(commitment, now));
    }

    private static Message message(
            EscalationRows.Standing escalation, Commitment commitment, Ladder.Occurrence one, Instant now) {
        var percent = one.rung().percent();
        var used = (int) Math.floor(commitment.usedShare(now) * 100 + 1e-9);
        return new Message(
                one.rung().level(),
                percent == null ? used : percent,
                one.reminder(),
                late(one, now),
                escalation.round() > 1 ? escalation.acknowledgedBy() : null);
    }

    private static boolean late(Ladder.Occurrence one, Instant now) {
        return one.at().plus(LATE).isBefore(now);
    }

    private static String told(Call call) {
        var audience = call.highest().rung().audience();
        var names = audience.kind() == Audience.Kind.MAIL
                ? List.of(String.valueOf(audience.of()))
                : call.told().stream().map(Person::name).toList();
        if (names.isEmpty()) {
            return call.left().isEmpty() ? "nobody: no one holds this role" : "nobody: " + call.left();
        }
        return String.join(", ", names) + (call.left().isEmpty() ? "" : "; " + call.left());
    }

    private static Escalation.Step step(
            EscalationRows.Standing escalation, Call call, Ladder.Occurrence one, Instant now) {
        var last = one.equals(call.highest());
        return new Escalation.Step(
                escalation.round(),
                one.rung().level(),
                one.reminder(),
                one.rung().audience(),
                one.at(),
                now,
                late(one, now),
                last ? call.told().stream().map(Person::username).toList() : List.of(),
                last
                        ? "told " + told(call)
                        : "missed, and told together with level "
                                + call.highest().rung().level());
    }

    private static TimelineEvent event(EscalationRows.Standing escalation, Call call, Instant now) {
        var rung = call.highest().rung();
        return new TimelineEvent(
                now,
                "ESCALATED",
                "%s, level %d%s: told %s (%s)"
                        .formatted(
                                sentence(escalation.metric().word()),
                                rung.level(),
                                late(call.highest(), now) ? ", late" : "",
                                told(call),
                                rung.audience()
                                        .kind()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ')),
                "relevo",
                "%s · %s".formatted(escalation.because(), escalation.rule()));
    }

    private static String sentence(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    void withdraw(Collection<Long> escalations) {
        outbox.withdraw(escalations);
    }
}
