package org.relevo.project.status;

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

/** Words the mails about a status that contradicts its figures; nobody gets the same one twice. */
@Component
class StatusMail {

    /** Why somebody is written to. */
    enum Why {
        ASK,
        TELL,
        EXPLAINED
    }

    private final People people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String publicUrl;

    StatusMail(
            People people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void send(Why why, Project project, Contradiction contradiction, @Nullable String reader, Instant now) {
        if (reader != null) {
            people.find(reader)
                    .filter(Person::enabled)
                    .ifPresent(person -> outbox.add(List.of(write(why, project, contradiction, person)), now));
        }
    }

    private Mail write(Why why, Project project, Contradiction one, Person reader) {
        var language = reader.language();
        var context = new Context(language);
        context.setVariable("why", why.name());
        context.setVariable("project", project);
        context.setVariable("one", one);
        context.setVariable(
                "author", people.find(one.author()).map(Person::name).orElse(one.author()));
        context.setVariable("address", "%s/projects/%s/status".formatted(publicUrl, project.key()));
        var subject = messages.getMessage(
                "mail.status.subject." + why,
                new Object[] {
                    project.name().replaceAll("\\p{Cntrl}", " "),
                    messages.getMessage("status.aspect." + one.aspect(), null, language),
                    messages.getMessage("status.colour." + one.declared(), null, language),
                    messages.getMessage("status.colour." + one.computed(), null, language)
                },
                language);
        return new Mail(
                "%s/status/%d/%s/%s".formatted(project.key(), one.id(), why, reader.username()),
                MailKind.NOTICE,
                false,
                one.number().value(),
                null,
                reader.username(),
                reader.mail(),
                subject,
                templates.process("mail/status.txt", context),
                templates.process("mail/status", context));
    }
}
