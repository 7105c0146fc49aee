package org.relevo.handover.lineage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relevo.handover.Handover;
import org.relevo.handover.lineage.DebtReporting.Standing;
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

/** Brings the debt of a handover to the project's sponsor, or to the manager where there is none; in their language. */
@Component
class DebtMail {

    private final People people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Lines lines;
    private final String publicUrl;
    private final Clock clock;

    DebtMail(
            People people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            Lines lines,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl,
            Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.lines = lines;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.clock = clock;
    }

    void debt(Handover handover, Project project, Debt debt, LocalDate day, Standing standing) {
        send("debt", day.toString(), sponsor(project), handover, project, debt, standing);
    }

    /** The sponsor, and whoever answers for the service: at once. */
    void beyond(Handover handover, Project project, Debt debt, Instant at, Standing standing) {
        var readers = new LinkedHashSet<>(sponsor(project));
        readers.addAll(answering(handover));
        send("beyond", at.toString(), readers, handover, project, debt, standing);
    }

    private Set<String> sponsor(Project project) {
        return Stream.of(project.sponsor(), project.manager())
                .filter(Objects::nonNull)
                .limit(1)
                .collect(Collectors.toSet());
    }

    private Set<String> answering(Handover handover) {
        return lines.service(handover)
                .map(service -> service.owner())
                .map(Set::of)
                .orElseGet(() -> people.serviceManagers(handover.service()).stream()
                        .map(Person::username)
                        .collect(Collectors.toSet()));
    }

    private void send(
            String what,
            String when,
            Set<String> readers,
            Handover handover,
            Project project,
            Debt debt,
            Standing standing) {
        var mails = readers.stream()
                .flatMap(name -> people.find(name).filter(Person::enabled).stream())
                .map(reader -> mail(what, when, reader, handover, project, debt, standing))
                .toList();
        outbox.add(mails, clock.instant());
    }

    private Mail mail(
            String what, String when, Person reader, Handover handover, Project project, Debt debt, Standing standing) {
        var context = new Context(reader.language());
        context.setVariable("what", what);
        context.setVariable("handover", handover);
        context.setVariable("project", project);
        context.setVariable("recipient", reader.name());
        context.setVariable("debt", debt);
        context.setVariable("standing", standing);
        context.setVariable(
                "service", lines.service(handover).map(one -> one.name()).orElse(handover.service()));
        context.setVariable("address", "%s/handovers/%s/lineage".formatted(publicUrl, handover.number()));
        return new Mail(
                "%s/%s/%s/mail/%s".formatted(handover.number(), what, when, reader.username()),
                MailKind.REPORT,
                false,
                handover.number().value(),
                null,
                reader.username(),
                reader.mail(),
                messages.getMessage(
                        "mail.lineage.%s.subject".formatted(what),
                        new Object[] {handover.number().value(), project.name().replaceAll("[\\p{Cntrl}]", " ")},
                        reader.language()),
                templates.process("mail/handover-debt.txt", context),
                templates.process("mail/handover-debt", context));
    }
}
