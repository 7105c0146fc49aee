package org.relevo.intake.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.intake.mail.MailInSettings.UnknownSenders;
import org.relevo.notification.Outbox;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Raises incidents by mail, and tells the sender once that it was done. */
@Component
class MailedIncidents {

    private static final Pattern PREFIXES =
            Pattern.compile("^(\\s*(re|aw|fw|fwd|wg|rv|tr|enc|antw|sv|i|r)\\s*:)+", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int ANSWERS_AN_HOUR = 5;

    private final Incidents incidents;
    private final WorkItems workItems;
    private final People people;
    private final SenderTrust trust;
    private final Outbox outbox;
    private final MailInRows rows;
    private final ReceiptMail receipt;
    private final MailInSettings settings;
    private final Clock clock;

    MailedIncidents(
            Incidents incidents,
            WorkItems workItems,
            People people,
            SenderTrust trust,
            Outbox outbox,
            MailInRows rows,
            ReceiptMail receipt,
            MailInSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.workItems = workItems;
        this.people = people;
        this.trust = trust;
        this.outbox = outbox;
        this.rows = rows;
        this.receipt = receipt;
        this.settings = settings;
        this.clock = clock;
    }

    Verdict raise(Letter letter) {
        var doubt = trust.whyNot(letter);
        var sender = people.withMail(letter.from()).filter(person -> doubt.isEmpty());
        if (sender.isEmpty() && settings.unknownSenders() == UnknownSenders.REFUSE) {
            return Verdict.refused("%s is not known here.".formatted(name(letter)));
        }
        var because = sender.map(person -> "by mail from " + person.mail())
                .orElse("by mail from %s, %s".formatted(name(letter), doubt.orElse("who is not known here")));
        var incident = incidents.raise(
                new RaiseIncident(title(letter), description(letter), null, null, null, because),
                sender.map(MailedIncidents::caller).orElse(Actor.system("mail")));
        return new Verdict(Outcome.RAISED, "Raised " + because + ".", incident.number());
    }

    /** Whoever can write to the address may report, whatever else this person may do. */
    private static Actor caller(Person person) {
        return new Actor(person.username(), Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    }

    /** Tells the sender; false where that would be too much, or told to one who may not have written. */
    boolean answer(Letter letter, long id, Verdict verdict) {
        var now = clock.instant();
        if (letter.from().isEmpty()
                || trust.whyNot(letter).isPresent()
                || rows.answeredSince(letter.from(), now.minus(MailDesk.WINDOW)) >= ANSWERS_AN_HOUR) {
            return false;
        }
        var number = Objects.requireNonNull(verdict.workItem());
        var person = people.withMail(letter.from());
        var incident = workItems.find(number).orElseThrow();
        outbox.add(
                List.of(receipt.write(
                        id,
                        letter.messageId(),
                        incident,
                        letter.from(),
                        person.map(Person::language).orElse(Locale.ENGLISH))),
                now);
        return true;
    }

    private static String name(Letter letter) {
        return letter.from().isEmpty() ? "a sender without one address" : letter.from();
    }

    private static String title(Letter letter) {
        var subject = PREFIXES.matcher(letter.subject()).replaceFirst("").strip();
        var title = subject.isEmpty() ? firstLine(letter) : subject;
        return title.isEmpty()
                ? "Mail without subject from " + name(letter)
                : title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    private static String firstLine(Letter letter) {
        return letter.text()
                .lines()
                .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All of its text: in a forwarded mail the quotation is what matters. */
    private static String description(Letter letter) {
        var files = letter.attachments().isEmpty()
                ? ""
                : letter.attachments().stream()
                        .limit(50)
                        .map(Letter.Attachment::toString)
                        .collect(Collectors.joining(", ", "\n\nNot kept: ", ""));
        var text = letter.text();
        var room = LONGEST_DESCRIPTION - files.length() - 10;
        return (text.length() > room ? text.substring(0, Math.max(room, 0)) + " … (cut)" : text) + files;
    }
}
