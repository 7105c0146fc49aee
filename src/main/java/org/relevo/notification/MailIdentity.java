package org.relevo.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of this installation's mails. They follow from a mail's key, so a mail that is sent again is known as one. */
@Component
class MailIdentity {

    private final JdbcClient jdbc;
    private final String domain;
    private volatile @Nullable String installation;

    MailIdentity(
            JdbcClient jdbc,
            @Value("${relevo.mail-from:Relevo <relevo@localhost>}") String sender,
            @Value("${relevo.mail-domain:}") String domain) {
        this.jdbc = jdbc;
        this.domain = domain.isBlank() ? domainOf(sender) : domain.strip();
    }

    String messageId(String uniqueKey) {
        return "<%s@%s>".formatted(hash(uniqueKey), domain);
    }

    /** The id that all mails of a case name as the one they follow. No mail has it, so none has to be kept for it. */
    String threadId(String workItem) {
        return "<%s.%s@%s>".formatted(workItem.replaceAll("[^A-Za-z0-9-]", "-"), hash("case/" + workItem), domain);
    }

    private String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((installation() + "/" + key).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String installation() {
        var known = installation;
        if (known == null) {
            known = jdbc.sql("select value from setting where key = 'mail.installation'")
                    .query(String.class)
                    .single();
            installation = known;
        }
        return known;
    }

    private static String domainOf(String sender) {
        return sender.substring(sender.lastIndexOf('@') + 1).replace(">", "").strip();
    }
}
