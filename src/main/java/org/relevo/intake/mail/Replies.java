package org.relevo.intake.mail;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relevo.escalation.EscalationAcknowledged;
import org.relevo.escalation.Escalations;
import org.relevo.notification.Outbox.Sent;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers to our mails: what they say is put on the timeline, and the right one acknowledges. */
@Component
class Replies {

    /** A number in brackets, or behind the priority as our escalations write it. */
    private static final Pattern CASE =
            Pattern.compile("\\[(?:P[1-4]]\\s+)?([A-Z]{2,10}-[0-9]{1,12})\\b", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 4_000;

    private final WorkItems workItems;
    private final Timeline timeline;
    private final Escalations escalations;
    private final People people;
    private final SenderTrust trust;
    private final MailInSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replies(
            WorkItems workItems,
            Timeline timeline,
            Escalations escalations,
            People people,
            SenderTrust trust,
            MailInSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.escalations = escalations;
        this.people = people;
        this.trust = trust;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    Verdict take(Letter letter, Sent sent, boolean tooMany) {
        var item = Optional.ofNullable(sent.workItem())
                .map(WorkItemNumber::new)
                .flatMap(workItems::locked)
                .orElse(null);
        if (item == null) {
            return Verdict.ignored("It answers a mail that was about no case.");
        }
        var automatic = AutomaticMail.why(letter);
        if (sent.escalation() == null && automatic.isPresent()) {
            return Verdict.ignored("A machine wrote it: %s.".formatted(automatic.get()));
        }
        var against = whyNoAcknowledgement(letter, sent, item);
        if (against.isEmpty()) {
            var by = sent.username() == null ? sent.recipient() : sent.username();
            note(letter, item, by, "Answer by mail to the escalation sent to " + sent.recipient());
            events.publishEvent(new EscalationAcknowledged(item.number(), by, clock.instant()));
            return new Verdict(Outcome.ACKNOWLEDGED, "Its recipient has answered the escalation.", item.number());
        }
        if (tooMany) {
            return Verdict.tooMany(letter.from(), settings.perHour());
        }
        note(letter, item, writer(letter), "Mail that acknowledges nothing: " + against.get());
        return new Verdict(Outcome.NOTED, "It acknowledges nothing: %s.".formatted(against.get()), item.number());
    }

    private Optional<String> whyNoAcknowledgement(Letter letter, Sent sent, WorkItem item) {
        var escalation = sent.escalation();
        if (escalation == null) {
            return Optional.of("it answers a mail that was no escalation");
        }
        if (!sent.recipient().equalsIgnoreCase(letter.from())) {
            return Optional.of("the escalation was sent to %s, not to its writer".formatted(sent.recipient()));
        }
        if (sent.username() != null
                && people.find(sent.username()).filter(Person::enabled).isEmpty()) {
            return Optional.of("%s may no longer act here".formatted(sent.username()));
        }
        return AutomaticMail.whyAnswer(letter)
                .map("a machine wrote it: "::concat)
                .or(() -> trust.whyNot(letter))
                .or(() -> letter.ownText().toLowerCase(Locale.ROOT).startsWith("#no-ack")
                        ? Optional.of("it begins with #no-ack")
                        : Optional.empty())
                .or(() -> goesOn(item, escalation) ? Optional.empty() : Optional.of("the escalation had ended before"));
    }

    private boolean goesOn(WorkItem item, long escalation) {
        return item.state().open()
                && escalations.of(item.number()).stream()
                        .anyMatch(level -> level.id() == escalation && level.endedAt() == null);
    }

    /** A mail from somebody known whose subject names a case belongs to that case. */
    Optional<Verdict> toCaseNamed(Letter letter) {
        var sender = people.withMail(letter.from())
                .filter(person -> trust.whyNot(letter).isEmpty());
        return CASE.matcher(letter.subject())
                .results()
                .map(found -> new WorkItemNumber(found.group(1).toUpperCase(Locale.ROOT)))
                .flatMap(number -> workItems.find(number).stream())
                .findFirst()
                .filter(item -> sender.isPresent())
                .map(item -> {
                    note(letter, item, writer(letter), "Mail whose subject names the case");
                    return new Verdict(Outcome.NOTED, "Its subject names the case.", item.number());
                });
    }

    private void note(Letter letter, WorkItem item, String by, String how) {
        var name = people.find(by).map(Person::name).orElse(letter.from().isEmpty() ? "somebody" : letter.from());
        timeline.append(
                item.number(),
                new TimelineEvent(
                        clock.instant(), "MAIL_RECEIVED", "Mail from %s: %s".formatted(name, words(letter)), by, how));
    }

    private static String words(Letter letter) {
        var own = letter.ownText().isEmpty() ? "(no words of its own)" : letter.ownText();
        var cut = own.length() > LONGEST ? own.substring(0, LONGEST) + " … (cut)" : own;
        return letter.attachments().isEmpty()
                ? cut
                : cut
                        + letter.attachments().stream()
                                .limit(20)
                                .map(Letter.Attachment::toString)
                                .collect(Collectors.joining(", ", "\nNot kept: ", ""));
    }

    private String writer(Letter letter) {
        return people.withMail(letter.from())
                .filter(person -> trust.whyNot(letter).isEmpty())
                .map(Person::username)
                .orElse(letter.from().isEmpty() ? "mail" : letter.from());
    }
}
