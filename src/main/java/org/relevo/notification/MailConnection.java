package org.relevo.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, opened with the first mail and used for all that follow. */
class MailConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnection.class);
    private static final long FRESH_NANOS = 1_000_000_000L;

    static {
        // Named, the provider is not searched for in every jar each time a part of a mail is encoded.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final @Nullable JavaMailSender server;
    private @Nullable Transport transport;
    private long used;

    MailConnection(@Nullable JavaMailSender server) {
        this.server = server;
    }

    /** No mail can be handed over now, whichever. */
    static class NoConnection extends Exception {
        private static final long serialVersionUID = 1;

        NoConnection(String problem) {
            super(problem);
        }
    }

    /** A session to write mails in, with the mail server listening. */
    Session open() throws NoConnection {
        if (!(server instanceof JavaMailSenderImpl smtp)) {
            throw new NoConnection("No mail server is configured. Set SPRING_MAIL_HOST.");
        }
        var session = smtp.getSession();
        // A connection that was idle may be dead: the server is asked before a mail is risked on it.
        if (transport != null && System.nanoTime() - used > FRESH_NANOS && !transport.isConnected()) {
            close();
        }
        if (transport == null) {
            try {
                transport = connect(smtp, session);
            } catch (MessagingException e) {
                throw new NoConnection(SmtpAnswer.of(e).text());
            }
        }
        used = System.nanoTime();
        return session;
    }

    private static Transport connect(JavaMailSenderImpl smtp, Session session) throws MessagingException {
        var protocol = smtp.getProtocol() == null ? session.getProperty("mail.transport.protocol") : smtp.getProtocol();
        var opened = session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
        opened.connect(smtp.getHost(), smtp.getPort(), smtp.getUsername(), smtp.getPassword());
        return opened;
    }

    /** Whether it is open, as far as is known without asking. */
    boolean alive() {
        return transport != null;
    }

    /** Hands over a mail and answers what the mail server said. After a failure the connection serves the next one. */
    String send(Letter letter) throws MessagingException {
        var to = transport;
        if (to == null) {
            throw new IllegalStateException("The connection is not open");
        }
        try {
            to.sendMessage(letter, letter.getAllRecipients());
            return to instanceof SMTPTransport smtp ? SmtpAnswer.tidy(smtp.getLastServerResponse()) : "handed over";
        } catch (MessagingException e) {
            if (!to.isConnected()) {
                close();
            }
            throw e;
        } finally {
            used = System.nanoTime();
        }
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                log.debug("The mail server had closed the connection already", e);
            }
        }
    }
}
