package org.relevo.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.DueMails.Due;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a mail into the form in which it travels. */
@Component
class Letters {

    private final MailIdentity identity;
    private final ObjectProvider<LinkIssuer> links;
    private final ObjectProvider<ReplyAddress> replies;
    private final Clock clock;
    private final InternetAddress sender;

    Letters(
            MailIdentity identity,
            ObjectProvider<LinkIssuer> links,
            ObjectProvider<ReplyAddress> replies,
            Clock clock,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender)
            throws AddressException {
        this.identity = identity;
        this.links = links;
        this.replies = replies;
        this.clock = clock;
        this.sender = new InternetAddress(sender);
    }

    Letter write(Due due, Session session) throws MessagingException {
        var mail = due.mail();
        var address = acknowledgeAddress(mail);
        return new Letter(session, due.messageId())
                .addressed(sender, new InternetAddress(mail.recipient(), true), mail.subject(), clock.instant())
                .about(mail.workItem(), mail.workItem() == null ? "" : identity.threadId(mail.workItem()))
                .answering(mail.answers())
                .answeredAt(replyAddress(mail))
                .saying(
                        mail.text().replace(Mail.ACKNOWLEDGE_ADDRESS, address),
                        mail.html().replace(Mail.ACKNOWLEDGE_ADDRESS, address));
    }

    /** What answers a mail about no case leads to nothing. */
    private @Nullable String replyAddress(Mail mail) {
        return mail.workItem() == null
                ? null
                : replies.stream()
                        .flatMap(at -> at.address().stream())
                        .findFirst()
                        .orElse(null);
    }

    private String acknowledgeAddress(Mail mail) {
        return mail.escalation() == null || mail.username() == null
                ? ""
                : links.getObject().acknowledgeAddress(mail.escalation(), mail.username());
    }
}
