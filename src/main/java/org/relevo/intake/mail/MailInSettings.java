package org.relevo.intake.mail;

import java.time.Duration;
import org.relevo.platform.StartupProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which mailbox is read, and how. Without a host nothing is read, unless the embedded default's mail catcher runs.
 *
 * @param port 0 for the usual one of protocol and TLS
 * @param handledFolder where handled mail is moved to on an IMAP server; empty deletes it, as is done on POP3
 * @param address what people write to; where empty, the sender of our own mails
 * @param authserv the name by which the own mail server signs its {@code Authentication-Results}
 * @param perHour how many mails of one sender are handled in an hour
 */
@ConfigurationProperties("relevo.mail-in")
record MailInSettings(
        @DefaultValue("IMAP") Protocol protocol,
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Handled by Relevo") String handledFolder,
        @DefaultValue("IMPLICIT") Tls tls,
        @DefaultValue("") String address,
        @DefaultValue("10s") Duration every,
        @DefaultValue("TRIAGE") UnknownSenders unknownSenders,
        @DefaultValue("") String authserv,
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("20") int perHour) {

    MailInSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new StartupProblem("RELEVO_MAIL_IN_EVERY is less than a second. Set it to 10s, or to 1m.");
        }
    }

    enum Protocol {
        IMAP,
        POP3
    }

    enum Tls {
        /** From the first byte, on a port of its own. */
        IMPLICIT,
        /** Begun on the plain port; without it nothing is said. */
        STARTTLS,
        NONE
    }

    /** What becomes of a mail to the intake address from somebody whom Relevo does not know. */
    enum UnknownSenders {
        /** It raises an incident for the triage team. */
        TRIAGE,
        REFUSE
    }
}
