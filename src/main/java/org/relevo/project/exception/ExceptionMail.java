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

/** Brings a report that was submitted to the one who decides, and what came of it to the manager; in their language. */
@Component
class ExceptionMail {

    private final People people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final ExceptionNews news;
    private final ExceptionPdf pdf;
    private final String publicUrl;
    private final Clock clock;

    ExceptionMail(
            People people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            ExceptionNews news,
            ExceptionPdf pdf,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl,
            Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.news = news;
        this.pdf = pdf;
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

    /** Whoever wrote it learns of the decision, unless it is their own. */
    void decided(ExceptionReport report, Project project, @Nullable ExceptionOption chosen, String why, String by) {
        tell("decided", 1, report, project, chosen, why, by);
    }

    /** @param version which one of the report's versions that is: each is told about once */
    void returned(ExceptionReport report, Project project, int version, String why, String by) {
        tell("returned", version, report, project, null, why, by);
    }

    private void tell(
            String what,
            int version,
            ExceptionReport report,
            Project project,
            @Nullable ExceptionOption chosen,
            String why,
            String by) {
        var manager = project.manager();
        if (manager == null || manager.equals(by)) {
            return;
        }
        people.find(manager).filter(Person::enabled).ifPresent(reader -> {
            var context = context(report, project, reader);
            context.setVariable("what", what);
            context.setVariable("chosen", chosen);
            context.setVariable("why", why);
            context.setVariable("by", people.find(by).map(Person::name).orElse(by));
            outbox.add(
                    List.of(mail(
                            "%s/%s/%d/mail/%s".formatted(report.number(), what, version, manager),
                            "mail.exception.%s.subject".formatted(what),
                            "mail/exception-news",
                            report,
                            project,
                            reader,
                            context,
                            List.of())),
                    clock.instant());
        });
    }

    private Context context(ExceptionReport report, Project project, Person reader) {
        var context = new Context(reader.language());
        context.setVariable("report", report);
        context.setVariable("project", project);
        context.setVariable("recipient", reader.name());
        context.setVariable("caseAddress", publicUrl + report.number().page());
        return context;
    }

    private Mail mail(
            String key,
            String subject,
            String template,
            ExceptionReport report,
            Project project,
            Person reader,
            Context context,
            List<Mail.Attachment> attachments) {
        return new Mail(
                key,
                MailKind.REPORT,
                false,
                report.number().value(),
                null,
                reader.username(),
                reader.mail(),
                messages.getMessage(
                        subject,
                        new Object[] {report.number().value(), project.name().replaceAll("[\\p{Cntrl}]", " ")},
                        reader.language()),
                templates.process(template + ".txt", context),
                templates.process(template, context),
                null,
                null,
                attachments);
    }

    private Mail write(ExceptionReport report, Project project, ExceptionContent content, Person reader) {
        var context = context(report, project, reader);
        context.setVariable("content", content);
        context.setVariable("cause", content.text(ExceptionSection.CAUSE));
        context.setVariable("recommendation", content.text(ExceptionSection.RECOMMENDATION));
        return mail(
                "%s/submitted/%d/mail/%s"
                        .formatted(report.number(), content.versions().size() + 1, reader.username()),
                "mail.exception.subject",
                "mail/exception",
                report,
                project,
                reader,
                context,
                List.of(new Mail.Attachment(
                        report.number() + ".pdf",
                        "application/pdf",
                        pdf.print(project, report, content, reader.language(), reader.zone()))));
    }
}
