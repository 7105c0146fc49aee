package org.relevo.incident.communication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes an update as mails: one to each recipient, however many audiences they belong to. */
@Component
class UpdateMail {

    private final People people;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String publicUrl;

    UpdateMail(
            People people,
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.people = people;
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** Somebody who is told, as a person who signs in or at an address outside. */
    record Reader(@Nullable String username, String address) {}

    /** Whom an audience means, each address once. */
    List<Reader> readers(ServiceAudience audience) {
        var readers = new LinkedHashMap<String, Reader>();
        for (var username : audience.people()) {
            people.find(username).filter(Person::enabled).ifPresent(person -> put(readers, person));
        }
        for (var team : audience.teams()) {
            people.membersOf(team).stream().filter(Person::enabled).forEach(person -> put(readers, person));
        }
        for (var address : audience.addresses()) {
            readers.putIfAbsent(address.toLowerCase(Locale.ROOT), new Reader(null, address));
        }
        return List.copyOf(readers.values());
    }

    private static void put(Map<String, Reader> readers, Person person) {
        readers.putIfAbsent(person.mail().toLowerCase(Locale.ROOT), new Reader(person.username(), person.mail()));
    }

    Mail write(WorkItem item, int number, Update.Text text, Reader reader) {
        var language = text.language();
        var context = new Context(language);
        context.setVariable("item", item);
        context.setVariable("number", number);
        context.setVariable("subject", text.subject());
        context.setVariable("body", text.body());
        context.setVariable("paragraphs", List.of(text.body().split("\\R{2,}")));
        context.setVariable("address", reader.address());
        context.setVariable(
                "caseAddress", reader.username() == null ? null : publicUrl + "/incidents/" + item.number());
        return new Mail(
                "%s/update/%d/mail/%s"
                        .formatted(item.number(), number, reader.address().toLowerCase(Locale.ROOT)),
                MailKind.NOTICE,
                item.priority() == Priority.P1,
                item.number().value(),
                null,
                reader.username(),
                reader.address(),
                messages.getMessage(
                        "mail.update.subject", new Object[] {item.number().value(), text.subject()}, language),
                templates.process("mail/update.txt", context),
                templates.process("mail/update", context));
    }
}
