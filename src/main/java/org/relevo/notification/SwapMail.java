package org.relevo.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.relevo.people.Person;
import org.relevo.people.Shift;
import org.relevo.people.SwapAnswered;
import org.relevo.people.SwapAsked;
import org.relevo.people.Swaps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells who is asked to exchange shifts, and afterwards who is bound by the answer and did not give it. */
@Component
class SwapMail {

    /** A shift that begins sooner than this is no matter for a digest. */
    private static final Duration SOON = Duration.ofHours(24);

    private final Outbox outbox;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Clock clock;
    private final String publicUrl;

    SwapMail(
            Outbox outbox,
            ITemplateEngine templates,
            MessageSource messages,
            Clock clock,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.outbox = outbox;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @EventListener
    void on(SwapAsked asked) {
        var swap = asked.swap();
        outbox.add(List.of(write(swap, "asked", swap.other(), swap.asker().name())), clock.instant());
    }

    @EventListener
    void on(SwapAnswered answered) {
        var swap = answered.swap();
        var what = answered.accepted() ? "accepted" : "declined";
        var mails = Stream.of(swap.asker(), swap.other())
                .filter(person -> !person.username().equals(answered.by()))
                .map(person -> write(swap, what, person, partner(swap, person).name()))
                .toList();
        outbox.add(mails, clock.instant());
    }

    private static Person partner(Swaps.Entry swap, Person person) {
        return person.equals(swap.asker()) ? swap.other() : swap.asker();
    }

    private Mail write(Swaps.Entry swap, String what, Person recipient, String partner) {
        var asks = recipient.equals(swap.asker());
        var language = recipient.language();
        var context = new Context(language);
        var headline = text("mail.swap." + what, language, partner);
        context.setVariable("headline", headline);
        context.setVariable("recipient", recipient.name());
        context.setVariable("gives", written(asks ? swap.given() : swap.taken(), recipient));
        context.setVariable("takes", written(asks ? swap.taken() : swap.given(), recipient));
        context.setVariable("reason", swap.reason());
        context.setVariable("open", what.equals("asked"));
        context.setVariable("team", swap.team());
        context.setVariable("address", publicUrl + "/teams/" + swap.team());
        return new Mail(
                "swap/%d/%s/mail/%s".formatted(swap.id(), what, recipient.username()),
                MailKind.NOTICE,
                isSoon(swap),
                null,
                null,
                recipient.username(),
                recipient.mail(),
                headline,
                templates.process("mail/swap.txt", context),
                templates.process("mail/swap", context));
    }

    private boolean isSoon(Swaps.Entry swap) {
        var limit = clock.instant().plus(SOON);
        return swap.given().from().isBefore(limit) || swap.taken().from().isBefore(limit);
    }

    /** A shift as the recipient's clock and language have it. */
    private static String written(Shift shift, Person recipient) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(recipient.language())
                .withZone(recipient.zone());
        return "%s – %s (%s)"
                .formatted(
                        format.format(shift.from()),
                        format.format(shift.to()),
                        recipient.zone().getId());
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
