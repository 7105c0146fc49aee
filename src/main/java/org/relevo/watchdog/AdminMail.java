package org.relevo.watchdog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.notification.Outbox;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Finding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells the administrators what is wrong, once a day for each kind, however many nodes find it. */
@Component
class AdminMail {

    private final PeopleRegister people;
    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Clock clock;
    private final String publicUrl;

    AdminMail(
            PeopleRegister people,
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            Clock clock,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void tell(List<Finding> findings) {
        var admins = people.all().stream()
                .filter(entry -> entry.roles().contains(Role.ADMIN))
                .map(PeopleRegister.Entry::person)
                .filter(Person::enabled)
                .toList();
        var mails = findings.stream()
                .flatMap(finding -> admins.stream().map(admin -> write(finding, admin)))
                .toList();
        outbox.add(mails, clock.instant());
    }

    private Mail write(Finding finding, Person admin) {
        var day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var context = new Context(admin.language());
        context.setVariable("finding", finding);
        context.setVariable("recipient", admin.name());
        context.setVariable("address", publicUrl + "/watchdog");
        return new Mail(
                "watchdog/%s/%s/mail/%s".formatted(finding.kind(), day, admin.username()),
                MailKind.NOTICE,
                true,
                null,
                null,
                admin.username(),
                admin.mail(),
                subject(finding, admin.language()),
                templates.process("mail/watchdog.txt", context),
                templates.process("mail/watchdog", context));
    }

    private String subject(Finding finding, Locale language) {
        var what = messages.getMessage("watchdog.finding." + finding.kind(), new Object[] {finding.count()}, language);
        return messages.getMessage("watchdog.mail.subject", new Object[] {what}, language);
    }
}
