package org.relevo.project.exception;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.notification.Outbox;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Project;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Brings a report that was submitted to the one who decides, in their language. */
@Component
class ExceptionMail {

    private final People people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final ExceptionNews news;
    private final String publicUrl;
    private final Clock clock;

    ExceptionMail(
            People people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            ExceptionNews news,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl,
            Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.news = news;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.clock = clock;
    }

    void submitted(ExceptionReport report, Project project, ExceptionContent content, @Nullable String decider) {
        var reader = decider == null ? null : people.find(decider).orElse(null);
        if (reader == null) {
            news.note(
                    report,
                    "EXCEPTION_UNSENT",
                    "Mailed to nobody: the project has neither a sponsor nor a manager",
                    "relevo",
                    null);
            return;
        }
        outbox.add(List.of(write(report, project, content, reader)), clock.instant());
    }

    private Mail write(ExceptionReport report, Project project, ExceptionContent content, Person reader) {
        var language = reader.language();
        var context = new Context(language);
        context.setVariable("report", report);
        context.setVariable("project", project);
        context.setVariable("recipient", reader.name());
        context.setVariable("content", content);
        context.setVariable("cause", content.text(ExceptionSection.CAUSE));
        context.setVariable("recommendation", content.text(ExceptionSection.RECOMMENDATION));
        context.setVariable("caseAddress", publicUrl + report.number().page());
        return new Mail(
                "%s/submitted/%d/mail/%s"
                        .formatted(report.number(), content.versions().size() + 1, reader.username()),
                MailKind.REPORT,
                false,
                report.number().value(),
                null,
                reader.username(),
                reader.mail(),
                messages.getMessage(
                        "mail.exception.subject",
                        new Object[] {report.number().value(), project.name().replaceAll("[\\p{Cntrl}]", " ")},
                        language),
                templates.process("mail/exception.txt", context),
                templates.process("mail/exception", context));
    }
}
