package org.relevo.rca;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relevo.notification.Mail;
import org.relevo.notification.MailKind;
import org.relevo.people.Person;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Words the mail that brings an analysis, with the analysis as a PDF, to each reader in their language. */
@Component
class RcaMail {

    private final RcaPdf pdf;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String publicUrl;

    RcaMail(
            RcaPdf pdf,
            ITemplateEngine templates,
            MessageSource messages,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.pdf = pdf;
        this.templates = templates;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    private record Print(Locale language, java.time.ZoneId zone) {}

    List<Mail> write(Rca rca, WorkItem item, RcaContent content, List<Person> readers) {
        Map<Print, byte[]> prints = new HashMap<>();
        return readers.stream()
                .map(reader -> write(
                        rca,
                        item,
                        content,
                        reader,
                        prints.computeIfAbsent(
                                new Print(reader.language(), reader.zone()),
                                print -> pdf.print(rca.number(), print.language(), print.zone()))))
                .toList();
    }

    private Mail write(Rca rca, WorkItem item, RcaContent content, Person reader, byte[] print) {
        var language = reader.language();
        var context = new Context(language);
        context.setVariable("item", item);
        context.setVariable("recipient", reader.name());
        context.setVariable("cause", plain(content.text(Section.ROOT_CAUSE)));
        context.setVariable("actions", content.actions());
        context.setVariable("caseAddress", publicUrl + rca.number().page());
        var version = content.versions().size();
        return new Mail(
                "%s/delivered/%d/mail/%s".formatted(rca.number(), version, reader.username()),
                MailKind.REPORT,
                false,
                rca.number().value(),
                null,
                reader.username(),
                reader.mail(),
                messages.getMessage(
                        "mail.rca.subject",
                        new Object[] {rca.number().value(), rca.incident().value(), title(item)},
                        language),
                templates.process("mail/rca.txt", context),
                templates.process("mail/rca", context),
                null,
                null,
                List.of(new Mail.Attachment(rca.number() + ".pdf", "application/pdf", print)));
    }

    private static String title(WorkItem item) {
        return item.title().replaceAll("[\\p{Cntrl}]", " ");
    }

    /** Without the numbers of the events that it quotes. */
    private static String plain(String text) {
        return WritingDesk.QUOTATION.matcher(text).replaceAll("").strip();
    }
}
