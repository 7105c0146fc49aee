package org.relevo.intake.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Words the mail that tells a sender which incident was raised. */
@Component
class ReceiptMail {

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String publicUrl;

    ReceiptMail(
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Mail write(long mailIn, @Nullable String answers, WorkItem incident, String recipient, Locale language) {
        var context = new Context(language);
        context.setVariable("item", incident);
        context.setVariable("caseAddress", publicUrl + "/incidents/" + incident.number());
        var mail = new Mail(
                "%s/RECEIPT/%d/1/mail/%s".formatted(incident.number(), mailIn, recipient),
                MailKind.NOTICE,
                true,
                incident.number().value(),
                null,
                null,
                recipient,
                messages.getMessage(
                        "mail.receipt.subject", new Object[] {incident.number().value(), incident.title()}, language),
                templates.process("mail/receipt.txt", context),
                templates.process("mail/receipt", context));
        return answers == null ? mail : mail.answering(answers);
    }
}
