package org.relevo.intake.mail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the own mail server has found out about whether a sender is who it says (RFC 8601). */
@Component
class SenderTrust {

    private final String server;

    SenderTrust(MailInSettings settings) {
        this.server = settings.authserv().strip().toLowerCase(Locale.ROOT);
    }

    /** Why its sender cannot be believed; empty where nothing speaks against it. Other servers' findings mean nothing. */
    Optional<String> whyNot(Letter letter) {
        return !server.isEmpty()
                        && letter.all("Authentication-Results").stream()
                                .map(result -> result.toLowerCase(Locale.ROOT).replaceAll("\\([^)]*\\)", ""))
                                .filter(result -> result.split("[;\\s]", 2)[0].equals(server))
                                .anyMatch(result -> result.matches(".*;\\s*dmarc\\s*=\\s*fail\\b.*"))
                ? Optional.of("the mail server could not confirm its sender (dmarc=fail)")
                : Optional.empty();
    }
}
