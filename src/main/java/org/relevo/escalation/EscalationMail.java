package org.relevo.escalation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Words an escalation mail in the recipient's language and zone: what, why, by when, and one button. */
@Component
class EscalationMail {

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final People people;
    private final String publicUrl;

    EscalationMail(
            ITemplateEngine templates,
            MessageSource messages,
            People people,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.templates = templates;
        this.messages = messages;
        this.people = people;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Somebody who is written to; an address outside has no username and cannot acknowledge. */
    private record Reader(@Nullable String username, String name, String address, ZoneId zone, Locale language) {

        static Reader of(Person person) {
            return new Reader(person.username(), person.name(), person.mail(), person.zone(), person.language());
        }

        static Reader outside(String address) {
            return new Reader(null, address, address, ZoneOffset.UTC, Locale.ENGLISH);
        }

        String key() {
            return username == null ? address : username;
        }
    }

    Mail write(
            EscalationRows.Standing escalation,
            WorkItem item,
            Commitment commitment,
            Message message,
            Person recipient) {
        return write(escalation, item, commitment, message, Reader.of(recipient));
    }

    Mail writeOutside(
            EscalationRows.Standing escalation,
            WorkItem item,
            Commitment commitment,
            Message message,
            @Nullable String address) {
        return write(escalation, item, commitment, message, Reader.outside(String.valueOf(address)));
    }

    private Mail write(
            EscalationRows.Standing escalation, WorkItem item, Commitment commitment, Message message, Reader reader) {
        var language = reader.language();
        var metric = message("metric." + commitment.metric().name(), language);
        var context = context(item, reader);
        context.setVariable("rule", escalation.rule());
        context.setVariable("because", escalation.because());
        context.setVariable("message", message);
        context.setVariable("metric", metric);
        context.setVariable(
                "dueAt",
                commitment
                        .dueAt(escalation.startedAt())
                        .map(at -> format(at, reader.zone(), language))
                        .orElse(null));
        context.setVariable("acknowledgedBy", name(message.acknowledgedBy()));
        context.setVariable("acknowledgeAddress", reader.username() == null ? null : Mail.ACKNOWLEDGE_ADDRESS);
        return new Mail(
                key(escalation, commitment, message, reader),
                MailKind.ESCALATION,
                urgent(item, message),
                item.number().value(),
                escalation.id(),
                reader.username(),
                reader.address(),
                subject(item, metric, message, language),
                templates.process("mail/escalation.txt", context),
                templates.process("mail/escalation", context));
    }

    /** An analysis of a P1 is no P1: nobody is woken for it. */
    private static boolean urgent(WorkItem item, Message message) {
        return item.type() == WorkItemType.INCIDENT && (message.percent() >= 100 || item.priority() == Priority.P1);
    }

    /** Work item, reason, level, cycle, channel, recipient: whatever runs twice, this makes it once. */
    private static String key(
            EscalationRows.Standing escalation, Commitment commitment, Message message, Reader reader) {
        return "%s/%s-%d/%s/L%d.%d/%d.%d/mail/%s"
                .formatted(
                        escalation.workItem(),
                        commitment.metric(),
                        commitment.id(),
                        escalation.policy(),
                        message.level(),
                        message.reminder(),
                        escalation.cycle(),
                        escalation.round(),
                        reader.key());
    }

    private Context context(WorkItem item, Reader reader) {
        var context = new Context(reader.language());
        context.setVariable("item", item);
        context.setVariable("recipient", reader.name());
        context.setVariable("raisedAt", format(item.raisedAt(), reader.zone(), reader.language()));
        context.setVariable("caseAddress", publicUrl + item.number().page());
        return context;
    }

    private String subject(WorkItem item, String metric, Message told, Locale language) {
        var key = told.acknowledgedBy() != null
                ? "mail.escalation.subject.again"
                : told.reminder() > 0
                        ? "mail.escalation.subject.reminder"
                        : told.percent() == 0
                                ? "mail.escalation.subject.raised"
                                : told.percent() >= 100
                                        ? "mail.escalation.subject.breached"
                                        : "mail.escalation.subject";
        return message(key, language, priority(item), item.number(), title(item), metric, told.percent());
    }

    Mail allClear(WorkItem item, String reason, Instant at, Person recipient) {
        return allClear(item, reason, at, Reader.of(recipient));
    }

    Mail allClearOutside(WorkItem item, String reason, Instant at, String address) {
        return allClear(item, reason, at, Reader.outside(address));
    }

    private Mail allClear(WorkItem item, String reason, Instant at, Reader reader) {
        var context = context(item, reader);
        context.setVariable("reason", reason);
        context.setVariable("at", format(at, reader.zone(), reader.language()));
        return new Mail(
                "%s/all-clear/%d/mail/%s".formatted(item.number(), at.toEpochMilli(), reader.key()),
                MailKind.ALL_CLEAR,
                false,
                item.number().value(),
                null,
                reader.username(),
                reader.address(),
                message("mail.allClear.subject", reader.language(), priority(item), item.number(), title(item)),
                templates.process("mail/all-clear.txt", context),
                templates.process("mail/all-clear", context));
    }

    private static String priority(WorkItem item) {
        return item.priority() == null ? item.type().name() : item.priority().name();
    }

    private static String title(WorkItem item) {
        return item.title().replaceAll("[\\r\\n\\x00]", " ");
    }

    private @Nullable String name(@Nullable String username) {
        return username == null ? null : people.find(username).map(Person::name).orElse(username);
    }

    private String message(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** The date, the time and the zone's name, as the recipient writes them. */
    private static String format(Instant at, ZoneId zone, Locale language) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language);
        return "%s (%s)".formatted(format.format(at.atZone(zone)), zone.getId());
    }
}
