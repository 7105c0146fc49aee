package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.intake.mail.MailInSettings.Protocol;
import org.relevo.intake.mail.MailInSettings.Tls;
import org.relevo.intake.mail.MailInSettings.UnknownSenders;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class MailInSettingsTest {

    @Test
    void nothingIsReadUnlessAHostIsSet() {
        assertThat(settings(Map.of()).host()).isEmpty();
    }

    @Test
    void everySettingIsAnEnvironmentVariable() {
        var settings = settings(Map.of(
                "RELEVO_MAIL_IN_PROTOCOL", "pop3",
                "RELEVO_MAIL_IN_HOST", "mail.example.org",
                "RELEVO_MAIL_IN_USERNAME", "intake",
                "RELEVO_MAIL_IN_PASSWORD", "secret",
                "RELEVO_MAIL_IN_TLS", "starttls",
                "RELEVO_MAIL_IN_EVERY", "1m",
                "RELEVO_MAIL_IN_HANDLED_FOLDER", "",
                "RELEVO_MAIL_IN_UNKNOWN_SENDERS", "refuse"));
        assertThat(settings.protocol()).isEqualTo(Protocol.POP3);
        assertThat(settings.host()).isEqualTo("mail.example.org");
        assertThat(settings.tls()).isEqualTo(Tls.STARTTLS);
        assertThat(settings.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.handledFolder()).isEmpty();
        assertThat(settings.unknownSenders()).isEqualTo(UnknownSenders.REFUSE);
        assertThat(MailboxAccount.of(settings).port()).isEqualTo(110);
    }

    @Test
    void aServerMustShowThatItIsWhoItIs() {
        var account = MailboxAccount.of(settings(Map.of("RELEVO_MAIL_IN_HOST", "mail.example.org")));
        assertThat(account.provider()).isEqualTo("imaps");
        assertThat(account.port()).isEqualTo(993);
        assertThat(account.properties()).containsEntry("mail.imaps.ssl.checkserveridentity", "true");
    }

    private static MailInSettings settings(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return Binder.get(environment).bindOrCreate("relevo.mail-in", MailInSettings.class);
    }
}
