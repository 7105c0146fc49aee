package org.relevo.intake.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.relevo.platform.StartupProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that are our own: what people write to, and what our mails come from. */
@Component
class IntakeAddress {

    private final String address;
    private final String sender;

    IntakeAddress(MailInSettings settings, @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender) {
        this.sender = plain(sender);
        this.address = settings.address().isBlank() ? this.sender : plain(settings.address());
    }

    private static String plain(String address) {
        try {
            return new InternetAddress(address).getAddress().toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            throw new StartupProblem(
                    "\"%s\" is no mail address. Correct RELEVO_MAIL_FROM and RELEVO_MAIL_IN_ADDRESS."
                            .formatted(address),
                    e);
        }
    }

    String address() {
        return address;
    }

    boolean isOurs(String from) {
        return from.equals(address) || from.equals(sender);
    }
}
