package org.relevo.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/** Hands one mail to the mail server. What it cannot hand over it tries again, later each time. */
@Service
class MailDispatch {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration GIVE_UP = Duration.ofDays(2);

    static {
        // Named, the provider is not searched for in every jar each time a part of a mail is encoded.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final MailRows rows;
    private final ObjectProvider<JavaMailSender> server;
    private final ObjectProvider<LinkIssuer> links;
    private final Clock clock;
    private final String sender;

    MailDispatch(
            MailRows rows,
            ObjectProvider<JavaMailSender> server,
            ObjectProvider<LinkIssuer> links,
            Clock clock,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender) {
        this.rows = rows;
        this.server = server;
        this.links = links;
        this.clock = clock;
        this.sender = sender;
    }

    /** Sends a mail if it still is to be sent, and answers when to try again where that failed. */
    @Nullable
    Instant send(long id) {
        var due = rows.take(id).orElse(null);
        if (due == null) {
            return null;
        }
        try {
            handOver(due);
            rows.sent(id, clock.instant());
            return null;
        } catch (MailException | MessagingException e) {
            return notSent(id, due, e);
        }
    }

    private void handOver(MailRows.Due due) throws MessagingException {
        var mailServer = server.getIfAvailable();
        if (mailServer == null) {
            throw new MailSendException("No mail server is configured. Set SPRING_MAIL_HOST.");
        }
        var mail = due.mail();
        var message = mailServer.createMimeMessage();
        var parts = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        parts.setFrom(sender);
        parts.setTo(mail.recipient());
        parts.setSubject(mail.subject());
        parts.setSentDate(java.util.Date.from(clock.instant()));
        var address = acknowledgeAddress(mail);
        parts.setText(
                mail.text().replace(Mail.ACKNOWLEDGE_ADDRESS, address),
                mail.html().replace(Mail.ACKNOWLEDGE_ADDRESS, address));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("X-Relevo-Case", mail.workItem());
        mailServer.send(new FixedMessageId(message, due.messageId()));
    }

    private String acknowledgeAddress(Mail mail) {
        return mail.escalation() == null || mail.username() == null
                ? ""
                : links.getObject().acknowledgeAddress(mail.escalation(), mail.username());
    }

    private @Nullable Instant notSent(long id, MailRows.Due due, Exception e) {
        var now = clock.instant();
        var problem = problem(e);
        if (refusedForGood(e) || due.createdAt().plus(GIVE_UP).isBefore(now)) {
            log.error("Mail {} to {} will not be delivered: {}", id, due.mail().recipient(), problem);
            rows.notSent(id, "FAILED", problem);
            return null;
        }
        log.warn("Mail {} is not delivered yet (attempt {}): {}", id, due.attempts(), problem);
        return rows.notSent(id, "RETRYING", problem) ? now.plus(wait(due.attempts())) : null;
    }

    /** Two seconds, then twice as long each time, up to a minute. */
    static Duration wait(int attempts) {
        var seconds = 1L << Math.min(Math.max(attempts, 1), 6);
        var wait = Duration.ofSeconds(seconds);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static boolean refusedForGood(Exception e) {
        return e instanceof MailSendException failed
                && failed.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SendFailedException refused
                                && refused.getInvalidAddresses() != null
                                && refused.getInvalidAddresses().length > 0);
    }

    private static String problem(Exception e) {
        Throwable root = e;
        if (e instanceof MailSendException failed && !failed.getFailedMessages().isEmpty()) {
            root = failed.getFailedMessages().values().iterator().next();
        }
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().strip();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
