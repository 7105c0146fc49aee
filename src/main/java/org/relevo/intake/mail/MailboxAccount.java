package org.relevo.intake.mail;

import java.util.Properties;
import org.relevo.intake.mail.MailInSettings.Protocol;
import org.relevo.intake.mail.MailInSettings.Tls;
import org.relevo.notification.CatcherMailbox;

/** Where a mailbox is and how to open it. */
record MailboxAccount(
        Protocol protocol,
        Tls tls,
        String host,
        int port,
        String username,
        String password,
        String folder,
        String handledFolder) {

    private static final String PATIENCE_MS = "20000";

    static MailboxAccount of(MailInSettings settings) {
        return new MailboxAccount(
                settings.protocol(),
                settings.tls(),
                settings.host(),
                settings.port() > 0 ? settings.port() : usualPort(settings.protocol(), settings.tls()),
                settings.username(),
                settings.password(),
                settings.folder(),
                settings.handledFolder());
    }

    /** Nothing is lost by deleting there: the catcher's page keeps every mail. */
    static MailboxAccount of(CatcherMailbox catcher) {
        return new MailboxAccount(
                Protocol.IMAP,
                Tls.NONE,
                catcher.host(),
                catcher.port(),
                catcher.username(),
                catcher.password(),
                "INBOX",
                "");
    }

    private static int usualPort(Protocol protocol, Tls tls) {
        if (protocol == Protocol.IMAP) {
            return tls == Tls.IMPLICIT ? 993 : 143;
        }
        return tls == Tls.IMPLICIT ? 995 : 110;
    }

    /** The provider's name of the protocol. */
    String provider() {
        return (protocol == Protocol.IMAP ? "imap" : "pop3") + (tls == Tls.IMPLICIT ? "s" : "");
    }

    /** A server that says nothing must not hold a scheduler's thread for ever. */
    Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + provider() + ".";
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", PATIENCE_MS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MS);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(tls == Tls.STARTTLS));
        return properties;
    }

    /** How logs and pages call it; it carries no secret. */
    String name() {
        return "%s at %s:%d as %s".formatted(protocol == Protocol.IMAP ? "IMAP" : "POP3", host, port, username);
    }
}
