package org.relevo.escalation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.relevo.commitment.CheckpointReached;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.people.Person;
import org.relevo.rules.Escalate;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
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
    private final String publicUrl;

    EscalationMail(
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Mail write(long escalation, WorkItem item, CheckpointReached reached, Escalate decided, Person recipient) {
        var language = recipient.language();
        var context = new Context(language);
        context.setVariable("item", item);
        context.setVariable("decided", decided);
        context.setVariable("reached", reached);
        context.setVariable("recipient", recipient);
        context.setVariable("metric", message("metric." + decided.metric().name(), language));
        context.setVariable("dueAt", format(reached.commitment().dueAt(), recipient.zone(), language));
        context.setVariable("raisedAt", format(item.raisedAt(), recipient.zone(), language));
        context.setVariable("caseAddress", publicUrl + "/incidents/" + item.number());
        context.setVariable("acknowledgeAddress", Mail.ACKNOWLEDGE_ADDRESS);
        var key =
                "%s/%s/%d/1/mail/%s".formatted(item.number(), decided.metric(), decided.level(), recipient.username());
        return new Mail(
                key,
                MailKind.ESCALATION,
                decided.level() >= 100 || item.priority() == Priority.P1,
                item.number().value(),
                escalation,
                recipient.username(),
                recipient.mail(),
                subject(item, decided, language),
                templates.process("mail/escalation.txt", context),
                templates.process("mail/escalation", context));
    }

    private String subject(WorkItem item, Escalate decided, Locale language) {
        var key = decided.level() == 0
                ? "mail.escalation.subject.raised"
                : decided.level() >= 100 ? "mail.escalation.subject.breached" : "mail.escalation.subject";
        return message(
                key,
                language,
                item.priority() == null ? "" : item.priority().name(),
                item.number(),
                item.title().replaceAll("[\\r\\n\\x00]", " "),
                message("metric." + decided.metric().name(), language),
                decided.level());
    }

    private String message(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** The date, the time and the zone's short name, as the recipient writes them. */
    private static String format(java.time.Instant at, ZoneId zone, Locale language) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language);
        var local = at.atZone(zone);
        return "%s (%s)".formatted(format.format(local), zone.getId());
    }
}
