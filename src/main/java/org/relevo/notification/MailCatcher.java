package org.relevo.notification;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.relevo.platform.DataFolder;
import org.relevo.platform.EmbeddedDefault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server of the embedded default that delivers to nobody and keeps every mail as a file. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDefault.NoDataSource.class)
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "the embedded default has none")
class MailCatcher {

    @Bean
    CaughtMailFiles caughtMails(DataFolder folder) throws IOException {
        return new CaughtMailFiles(folder.path("mail"));
    }

    @Bean(destroyMethod = "stop")
    GreenMail mailCatcherServer(CaughtMailFiles files, CatcherAddress own, Clock clock) throws IOException {
        var loopback = InetAddress.getLoopbackAddress().getHostAddress();
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, loopback, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, loopback, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        var users = server.getUserManager();
        users.setAuthRequired(false);
        var keptByFiles = new KeptElsewhere(users.getImapHostManager());
        var relevo = server.setUser(own.address(), own.address(), own.password());
        users.setMessageDeliveryHandler((message, recipient) -> {
            var forRelevo = own.isFor(recipient.getEmail());
            keep(files, message, recipient, forRelevo);
            return forRelevo ? relevo : keptByFiles;
        });
        // What a Relevo that was killed had accepted and not read; what it had read is known and has no second effect.
        files.toRelevo(clock.instant().minus(Duration.ofDays(1))).forEach(relevo::deliver);
        return server;
    }

    /** The address whose mail is also mail in; the password is one that nobody needs to know. */
    record CatcherAddress(String address, String password) {
        boolean isFor(String recipient) {
            return recipient.equalsIgnoreCase(address);
        }
    }

    @Bean
    CatcherAddress catcherAddress(
            @Value("${relevo.mail-in.address:}") String address,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender)
            throws AddressException {
        var own = address.isBlank() ? new InternetAddress(sender).getAddress() : address.strip();
        return new CatcherAddress(own, UUID.randomUUID().toString());
    }

    @Bean
    CatcherMailbox catcherMailbox(GreenMail mailCatcherServer, CatcherAddress own) {
        var imap = mailCatcherServer.getImap();
        return new CatcherMailbox(
                imap.getBindTo(),
                imap.getPort(),
                mailCatcherServer.getSmtp().getPort(),
                own.address(),
                own.password(),
                own.address());
    }

    private static void keep(CaughtMailFiles files, MovingMessage message, MailAddress recipient, boolean forRelevo)
            throws MessagingException, UserException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(bytes);
            var id = message.getMessage().getMessageID();
            if (forRelevo) {
                files.keepForRelevo(id, recipient.getEmail(), bytes.toByteArray());
            } else {
                files.keep(id, recipient.getEmail(), bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UserException(e);
        }
    }

    @Bean
    JavaMailSender mailToCatcher(GreenMail mailCatcherServer) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mailCatcherServer.getSmtp().getBindTo());
        sender.setPort(mailCatcherServer.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }

    /** The catcher's only recipient: its mails are files, not held in memory. */
    private static class KeptElsewhere extends UserImpl {
        KeptElsewhere(com.icegreen.greenmail.imap.ImapHostManager mailboxes) {
            super("catcher@localhost", "catcher", "", mailboxes);
        }

        @Override
        public void deliver(MovingMessage message) {
            // the delivery handler has kept it
        }

        @Override
        public void deliver(MimeMessage message) {
            // the delivery handler has kept it
        }
    }
}
