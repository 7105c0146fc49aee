package org.relevo.incident.crisis;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.notification.Outbox;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Invitations to crisis meetings: by mail to everybody asked, and as a file. */
@Component
public class Invitations {

    private final Outbox outbox;
    private final People people;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final CrisisLog log;
    private final String sender;
    private final String publicUrl;

    Invitations(
            Outbox outbox,
            People people,
            ITemplateEngine templates,
            MessageSource messages,
            CrisisLog log,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl)
            throws AddressException {
        this.outbox = outbox;
        this.people = people;
        this.templates = templates;
        this.messages = messages;
        this.log = log;
        this.sender = new InternetAddress(sender).getAddress();
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The meeting as a calendar program takes it. */
    public String file(WorkItem item, Meeting meeting) {
        return CalendarInvitation.of(
                item, meeting, asked(meeting), new CalendarInvitation.Sender(sender, page(item, meeting)), log.now());
    }

    /** Mails the invitation as it now is to everybody asked; each of its versions reaches everybody once. */
    void send(WorkItem item, Meeting meeting) {
        var file = file(item, meeting);
        outbox.add(
                asked(meeting).stream()
                        .filter(person -> !person.mail().isBlank())
                        .map(person -> mail(item, meeting, person, file))
                        .toList(),
                log.now());
    }

    private List<Person> asked(Meeting meeting) {
        return meeting.participants().stream()
                .flatMap(one -> people.find(one.username()).stream())
                .filter(Person::enabled)
                .toList();
    }

    private Mail mail(WorkItem item, Meeting meeting, Person recipient, String file) {
        var language = recipient.language();
        var context = new Context(language);
        context.setVariable("item", item);
        context.setVariable("meeting", meeting);
        context.setVariable("cancelled", meeting.state() == Meeting.State.CANCELLED);
        context.setVariable("moved", meeting.sequence() > 0);
        context.setVariable("agenda", meeting.words(Meeting.Part.AGENDA));
        context.setVariable("recipient", recipient.name());
        context.setVariable("at", format(meeting.startsAt(), recipient.zone(), language));
        context.setVariable("page", page(item, meeting));
        return new Mail(
                "%s/crisis-meeting/%d/%d/mail/%s"
                        .formatted(item.number(), meeting.id(), meeting.sequence(), recipient.username()),
                MailKind.INVITATION,
                true,
                item.number().value(),
                null,
                recipient.username(),
                recipient.mail(),
                subject(item, meeting, recipient),
                templates.process("mail/crisis-meeting.txt", context),
                templates.process("mail/crisis-meeting", context),
                null,
                file,
                List.of());
    }

    private String subject(WorkItem item, Meeting meeting, Person recipient) {
        var key = meeting.state() == Meeting.State.CANCELLED
                ? "crisis.mail.cancelled"
                : meeting.sequence() > 0 ? "crisis.mail.moved" : "crisis.mail.called";
        return messages.getMessage(
                        key,
                        new Object[] {
                            item.priority() == null ? "" : item.priority().name(),
                            item.number(),
                            format(meeting.startsAt(), recipient.zone(), recipient.language()),
                            item.title()
                        },
                        recipient.language())
                .replaceAll("[\\r\\n\\x00]", " ");
    }

    private String page(WorkItem item, Meeting meeting) {
        return "%s/incidents/%s/crisis/meetings/%d".formatted(publicUrl, item.number(), meeting.id());
    }

    /** The date, the time and the zone's name, as the recipient writes them. */
    private static String format(Instant at, ZoneId zone, Locale language) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language);
        return "%s (%s)".formatted(format.format(at.atZone(zone)), zone.getId());
    }
}
