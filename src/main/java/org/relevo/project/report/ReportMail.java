package org.relevo.project.report;

import java.time.Instant;
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

/** Words the mail that brings a report, as a PDF in the reader's language; nobody gets the same report twice. */
@Component
class ReportMail {

    private final ReportPdf pdf;
    private final People people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String publicUrl;

    ReportMail(
            ReportPdf pdf,
            People people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.pdf = pdf;
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void send(Project project, ProgressReport report, ReportContent content, @Nullable String reader, Instant now) {
        if (reader != null) {
            people.find(reader)
                    .filter(Person::enabled)
                    .ifPresent(person -> outbox.add(List.of(write(project, report, content, person)), now));
        }
    }

    private Mail write(Project project, ProgressReport report, ReportContent content, Person reader) {
        var language = reader.language();
        var context = new Context(language);
        context.setVariable("project", project);
        context.setVariable("report", report);
        context.setVariable("recipient", reader.name());
        context.setVariable(
                "address", "%s/projects/%s/reports/%d".formatted(publicUrl, project.key(), report.number()));
        return new Mail(
                "%s/report/%d/mail/%s".formatted(project.key(), report.number(), reader.username()),
                MailKind.REPORT,
                false,
                project.number() == null ? null : project.number().value(),
                null,
                reader.username(),
                reader.mail(),
                messages.getMessage(
                        "mail.report.subject",
                        new Object[] {
                            project.name().replaceAll("\\p{Cntrl}", " "),
                            report.number(),
                            report.from().toString(),
                            report.until().toString()
                        },
                        language),
                templates.process("mail/report.txt", context),
                templates.process("mail/report", context),
                null,
                null,
                List.of(new Mail.Attachment(
                        "%s-report-%d.pdf".formatted(project.key(), report.number()),
                        "application/pdf",
                        pdf.print(project, report, content, language, reader.zone()))));
    }
}
