package org.relevo.project.issue;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.notification.Outbox;
import org.relevo.people.Person;
import org.relevo.platform.web.ContentLines;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Invites the parties to the meeting about an issue: a mail in each one's language, with the meeting for their calendar. */
@Component
class IssueInvitations {

    private final WorkItems workItems;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String sender;
    private final String publicUrl;

    IssueInvitations(
            WorkItems workItems,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl)
            throws AddressException {
        this.workItems = workItems;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.sender = new InternetAddress(sender).getAddress();
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void send(WorkItemNumber number, ProjectIssue.Meeting meeting, List<Person> asked, Instant now) {
        var item = workItems.find(number).orElseThrow();
        var reached = asked.stream().filter(one -> !one.mail().isBlank()).toList();
        var file = calendar(item, meeting, reached, now);
        outbox.add(reached.stream().map(one -> mail(item, meeting, one, file)).toList(), now);
    }

    private Mail mail(WorkItem item, ProjectIssue.Meeting meeting, Person reader, String file) {
        var language = reader.language();
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(meeting.at().atZone(reader.zone()));
        var context = new Context(language);
        context.setVariable("item", item);
        context.setVariable("meeting", meeting);
        context.setVariable("recipient", reader.name());
        context.setVariable("at", at);
        context.setVariable("zone", reader.zone());
        context.setVariable("page", page(item));
        var subject = messages.getMessage(
                "mail.issue.subject", new Object[] {item.number().value(), at, item.title()}, language);
        return new Mail(
                "%s/meeting/%s/mail/%s".formatted(item.number(), meeting.at(), reader.username()),
                MailKind.INVITATION,
                false,
                item.number().value(),
                null,
                reader.username(),
                reader.mail(),
                subject.replaceAll("\\p{Cntrl}", " "),
                templates.process("mail/issue-meeting.txt", context),
                templates.process("mail/issue-meeting", context),
                null,
                file,
                List.of());
    }

    private String page(WorkItem item) {
        return publicUrl + item.number().page();
    }

    private String calendar(WorkItem item, ProjectIssue.Meeting meeting, List<Person> asked, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid("%s-%d@relevo".formatted(item.number(), meeting.at().getEpochSecond())));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(meeting.at()));
        event.add(new DtEnd<>(meeting.at().plusSeconds(60L * meeting.minutes())));
        event.add(new Summary("%s: %s".formatted(item.number(), item.title())));
        event.add(new Url(URI.create(page(item))));
        if (!meeting.link().isEmpty()) {
            event.add(new Location(meeting.link()));
        }
        event.add(new Organizer(URI.create("mailto:" + sender)));
        for (var person : asked) {
            var attendee = new Attendee(URI.create("mailto:" + person.mail()));
            attendee.add(new Cn(person.name()));
            event.add(attendee);
        }
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Relevo//Project issue//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.REQUEST);
        calendar.add(event);
        return ContentLines.folded(calendar.toString());
    }
}
