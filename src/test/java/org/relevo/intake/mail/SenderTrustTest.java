package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** Whose word counts about who has sent a mail. */
class SenderTrustTest {

    @Test
    void ourOwnServersFailureCounts() throws MessagingException {
        var results =
                "Authentication-Results: mx.example.org (Filter 3); spf=pass smtp.mailfrom=x; dmarc=fail (p=REJECT)";
        assertThat(doubted("mx.example.org", results)).isTrue();
    }

    @Test
    void ourOwnServersConfirmationCounts() throws MessagingException {
        assertThat(doubted("mx.example.org", "Authentication-Results: mx.example.org; dmarc=pass"))
                .isFalse();
    }

    @Test
    void anotherServersFindingMeansNothing() throws MessagingException {
        assertThat(doubted("mx.example.org", "Authentication-Results: mx.elsewhere.org; dmarc=fail"))
                .isFalse();
    }

    @Test
    void withoutAServerOfOurOwnNothingIsBelieved() throws MessagingException {
        assertThat(doubted("", "Authentication-Results: ; dmarc=fail")).isFalse();
    }

    private static boolean doubted(String server, String header) throws MessagingException {
        var environment = new MockEnvironment().withProperty("relevo.mail-in.authserv", server);
        var settings = Binder.get(environment).bindOrCreate("relevo.mail-in", MailInSettings.class);
        var mail = (header + "\r\nFrom: ana@example.org\r\n\r\nText").getBytes(StandardCharsets.US_ASCII);
        return new SenderTrust(settings)
                .whyNot(LetterReader.read(new RawMail(mail, mail.length, false)))
                .isPresent();
    }
}
