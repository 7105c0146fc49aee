package org.relevo.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Digests.Waited;
import org.relevo.people.Person;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Words a digest: each mail that waited with its time and link, and what has become of its case meanwhile. */
@Component
class DigestMail {

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final WorkItems workItems;
    private final String publicUrl;

    DigestMail(
            ITemplateEngine templates,
            MessageSource messages,
            WorkItems workItems,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.templates = templates;
        this.messages = messages;
        this.workItems = workItems;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** One line of a digest. */
    public record Line(
            String at,
            String subject,
            @Nullable String address,
            @Nullable String meanwhile) {}

    Mail write(Person person, List<Waited> waited) {
        var language = person.language();
        var context = new Context(language);
        context.setVariable("recipient", person);
        context.setVariable(
                "lines", waited.stream().map(one -> line(one, person)).toList());
        context.setVariable("preferences", publicUrl + "/me/notifications");
        var last = waited.get(waited.size() - 1).id();
        return new Mail(
                "digest/%s/%d".formatted(person.username(), last),
                MailKind.DIGEST,
                false,
                null,
                null,
                person.username(),
                person.mail(),
                messages.getMessage("mail.digest.subject", new Object[] {waited.size()}, language),
                templates.process("mail/digest.txt", context),
                templates.process("mail/digest", context));
    }

    private Line line(Waited waited, Person person) {
        var item = waited.workItem() == null
                ? null
                : workItems.find(new WorkItemNumber(waited.workItem())).orElse(null);
        return new Line(
                format(waited.at(), person),
                waited.subject(),
                item == null ? null : publicUrl + item.number().page(),
                item == null ? null : meanwhile(item, person.language()));
    }

    private @Nullable String meanwhile(WorkItem item, Locale language) {
        return item.state() == State.NEW
                ? null
                : messages.getMessage(
                        "mail.digest.meanwhile." + item.state(),
                        null,
                        item.state().name(),
                        language);
    }

    private static String format(Instant at, Person person) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(person.language())
                .format(at.atZone(person.zone()));
    }
}
