package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relevo.intake.mail.MailInSettings.Protocol;
import org.relevo.intake.mail.MailInSettings.Tls;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;

/** Mail servers as they are: IMAP and POP3, down, slow to forget, read by two nodes at once. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class MailboxTests {

    private static final String PERSON = "paul.fischer@demo.relevo.invalid";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
    });

    @Autowired
    Visitors visitors;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    private Correspondence post;

    @BeforeEach
    void aMailServer(@Autowired AutowireCapableBeanFactory beans) {
        post = beans.createBean(Correspondence.class);
        post.anHourLater();
        server.start();
        server.setUser("intake@example.org", "intake", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void mailIsReadByPop3AndDeletedThere() throws MessagingException {
        put(post.mail(PERSON, "By POP3", "Text."));
        round(Protocol.POP3, "").read();
        assertThat(post.last().subject()).isEqualTo("By POP3");
        assertThat(post.last().outcome()).isEqualTo(Outcome.RAISED);
        assertThat(count("INBOX")).isZero();
    }

    @Test
    void mailIsReadByImapAndMovedToItsFolder() throws MessagingException {
        put(post.mail(PERSON, "By IMAP", "Text."));
        round(Protocol.IMAP, "Handled by Relevo").read();
        assertThat(post.last().subject()).isEqualTo("By IMAP");
        assertThat(count("INBOX")).isZero();
        assertThat(count("Handled by Relevo")).isOne();
    }

    @Test
    void aMailThatAPersonHasReadInAMailProgramIsReadAllTheSame() throws MessagingException {
        put(post.mail(PERSON, "Seen before", "Text."));
        folder("INBOX", inbox -> inbox.getMessage(1).setFlag(jakarta.mail.Flags.Flag.SEEN, true));
        round(Protocol.IMAP, "").read();
        assertThat(post.last().subject()).isEqualTo("Seen before");
    }

    /** A process that dies between the commit and the deletion finds the mail again. */
    @Test
    void aMailThatIsStillThereAfterItWasHandledHasNoSecondEffect() throws MessagingException {
        var mail = post.mail(PERSON, "Twice there", "Text.");
        put(mail);
        round(Protocol.IMAP, "").read();
        put(mail);
        round(Protocol.POP3, "").read();
        assertThat(post.rows.newest(null, 50))
                .filteredOn(row -> row.subject().equals("Twice there"))
                .hasSize(1);
        assertThat(raised("Twice there")).isOne();
        assertThat(count("INBOX")).isZero();
    }

    @Test
    void aMailThatIsTooLargeIsListedAndNotRead() throws MessagingException {
        for (var protocol : Protocol.values()) {
            put(post.mail(PERSON, "A film of it by " + protocol, "0123456789abcdef\r\n".repeat(620_000)));
            round(protocol, "").read();
            assertThat(post.last().subject()).isEqualTo("A film of it by " + protocol);
            assertThat(post.last().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(post.last().reason()).contains("10.0 MiB");
            assertThat(count("INBOX")).isZero();
        }
    }

    /** Whatever goes wrong inside, the next mail is handled, and what was given up is listed with the reason. */
    @Test
    void aMailThatCannotBeHandledIsTriedThreeTimesAndHoldsUpNoOther() throws MessagingException {
        put(post.mail(PERSON, "A poisonous one", "Text."));
        put(post.mail(PERSON, "A harmless one", "Text."));
        var account = account(Protocol.IMAP, "");
        var desk = post.brokenDesk("A poisonous one");
        var round = new MailRound(
                new Mailbox(account, 1_000_000), desk, post.mailboxes, Duration.ofSeconds(10), post.clock);
        round.read();
        assertThat(raised("A harmless one")).isOne();
        assertThat(outcome("A poisonous one")).isEqualTo(Outcome.RETRYING);
        assertThat(count("INBOX")).isOne();
        round.read();
        round.read();
        assertThat(outcome("A poisonous one")).isEqualTo(Outcome.FAILED);
        assertThat(count("INBOX")).isZero();
        assertThat(raised("A poisonous one")).isZero();
    }

    @Test
    void aMailThatFailedIsTriedAgainByAPressOfAButton() throws MessagingException {
        put(post.mail(PERSON, "Failed at first", "Text."));
        var desk = post.brokenDesk("Failed at first");
        var round = new MailRound(
                new Mailbox(account(Protocol.IMAP, ""), 1_000_000),
                desk,
                post.mailboxes,
                Duration.ofSeconds(10),
                post.clock);
        for (var tries = 0; tries < MailInRows.TRIES; tries++) {
            round.read();
        }
        var id = post.last().id();
        assertThatThrownBy(() -> new AnotherTry(post.kept, desk, audit, transactions).of(id, Actor.system("test")))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Broken by the test");
        assertThat(outcome("Failed at first")).isEqualTo(Outcome.FAILED);
        var button = "form[action=/mail-in/%d/try-again]".formatted(id);
        var marta = visitors.signedIn("marta.ruiz");
        assertThat(marta.get("/mail-in").page().select(button)).hasSize(1);
        assertThat(marta.submit("/mail-in/%d/try-again".formatted(id), Map.of()).status())
                .isEqualTo(302);
        assertThat(outcome("Failed at first")).isEqualTo(Outcome.RAISED);
        var twice = marta.submit("/mail-in/%d/try-again".formatted(id), Map.of());
        assertThat(twice.page().select("[role=alert]").text()).contains("handled meanwhile");
        assertThat(twice.page().select(button)).isEmpty();
        assertThat(raised("Failed at first")).isOne();
    }

    private Outcome outcome(String subject) {
        return post.rows.newest(null, 10).stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void twoNodesThatReadAtOnceHandleEachMailOnce() throws Exception {
        for (var i = 0; i < 10; i++) {
            put(post.mail(PERSON, "Two nodes", "Number " + i));
        }
        var nodes = Executors.newFixedThreadPool(2);
        var reading = new ArrayList<java.util.concurrent.Future<Duration>>();
        for (var node = 0; node < 2; node++) {
            reading.add(nodes.submit(() -> round(Protocol.IMAP, "").read()));
        }
        for (var read : reading) {
            read.get();
        }
        nodes.shutdown();
        assertThat(raised("Two nodes")).isEqualTo(10);
    }

    @Test
    void aServerThatIsDownIsSaidOnceAndTriedLessAndLessOften(CapturedOutput output) {
        var account = account(Protocol.IMAP, "");
        server.stop();
        var round = post.rounds.round(account);
        assertThat(round.read()).isEqualTo(Duration.ofSeconds(20));
        assertThat(round.read()).isEqualTo(Duration.ofSeconds(40));
        assertThat(round.standing().failures()).isEqualTo(2);
        assertThat(round.standing().problem()).isNotBlank();
        assertThat(output.getAll().lines().filter(line -> line.contains("cannot be read")))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain("\tat org.eclipse.angus");
        assertThat(MailRound.wait(Duration.ofSeconds(10), 30)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aServerThatIsBackIsReadAgain() throws MessagingException {
        var round = round(Protocol.IMAP, "");
        post.mailboxes.notRead(round.mailbox(), "gone", post.clock.instant());
        put(post.mail(PERSON, "After the outage", "Text."));
        assertThat(round.read()).isEqualTo(Duration.ofSeconds(10));
        assertThat(round.standing().downSince()).isNull();
        assertThat(round.standing().readAt()).isEqualTo(post.clock.instant());
        assertThat(post.last().subject()).isEqualTo("After the outage");
    }

    @Test
    void aWrongPasswordIsToldInWords() {
        var right = account(Protocol.IMAP, "");
        var wrong = new MailboxAccount(
                right.protocol(), right.tls(), right.host(), right.port(), "intake", "guessed", "INBOX", "");
        post.rounds.round(wrong).read();
        assertThat(post.rounds.round(wrong).standing().problem()).isNotBlank();
    }

    private MailRound round(Protocol protocol, String handledFolder) {
        return post.rounds.round(account(protocol, handledFolder));
    }

    private MailboxAccount account(Protocol protocol, String handledFolder) {
        var port = protocol == Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new MailboxAccount(protocol, Tls.NONE, "127.0.0.1", port, "intake", "secret", "INBOX", handledFolder);
    }

    private void put(String mail) throws MessagingException {
        server.getUserManager()
                .getUser("intake")
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private long raised(String title) {
        return post.jdbc
                .sql("select count(*) from work_item where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    private int count(String name) throws MessagingException {
        var count = new int[1];
        folder(name, folder -> count[0] = folder.getMessageCount());
        return count[0];
    }

    private interface Use {
        void of(Folder folder) throws MessagingException;
    }

    private void folder(String name, Use use) throws MessagingException {
        var session = Session.getInstance(new Properties());
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "intake", "secret");
            try (var folder = store.getFolder(name)) {
                folder.open(Folder.READ_WRITE);
                use.of(folder);
            }
        }
    }
}
