package org.relevo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.people.MailReach;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class MailDrainTests {

    private static final Actor ADMIN = Actor.system("test");

    @Autowired
    Outbox outbox;

    @Autowired
    DueMails due;

    @Autowired
    MailDrain drain;

    @Autowired
    Letters letters;

    @Autowired
    MailLog log;

    @Autowired
    MailPreferences preferences;

    @Autowired
    MailReach reach;

    @Autowired
    People people;

    @Autowired
    Incidents incidents;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail catcher;

    @Autowired
    ApplicationEvents events;

    private final String test = UUID.randomUUID().toString().substring(0, 8);
    private ScriptedSmtp server;

    @BeforeEach
    void theServerListens() {
        dueWork.now();
        server = new ScriptedSmtp();
        sender.setPort(server.port());
    }

    @AfterEach
    void theCatcherIsBack() {
        sender.setJavaMailProperties(new Properties());
        sender.setPort(catcher.getSmtp().getPort());
        server.close();
    }

    @Test
    void manyMailsGoOverOneConnection() {
        for (var number = 0; number < 60; number++) {
            add("r" + number);
        }
        dueWork.now();
        assertThat(server.received).hasSizeGreaterThanOrEqualTo(60);
        assertThat(server.connections).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void aRefusedRecipientDoesNotFailTheOthersAndIsToldAtOnce() {
        server.answerRecipient(address("gone"), "550 5.1.1 no such user");
        add("before");
        add("gone");
        add("after");
        dueWork.now();
        assertThat(states("before", "gone", "after")).containsExactly("SENT", "REFUSED", "SENT");
        assertThat(events.stream(MailRefused.class).filter(e -> e.recipient().equals(address("gone"))))
                .singleElement()
                .satisfies(refused -> assertThat(refused.smtpAnswer()).contains("550 5.1.1 no such user"));
        assertThat(reach.refusing(List.of(address("gone").toUpperCase(java.util.Locale.ROOT))))
                .containsKey(address("gone"));
        log.sendAgain(ADMIN, entry("gone").id());
        dueWork.now();
        assertThat(states("gone")).containsExactly("SENT");
        assertThat(reach.refusing(List.of(address("gone")))).isEmpty();
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainAndTheLogHoldsEveryAnswer() {
        server.answerRecipient(address("later"), "451 4.7.1 greylisted");
        add("later");
        dueWork.now();
        assertThat(states("later")).containsExactly("RETRYING");
        dueWork.after(Duration.ofSeconds(2));
        assertThat(states("later")).containsExactly("SENT");
        assertThat(log.attempts(ADMIN, entry("later").id()))
                .extracting(LoggedMail.Attempt::outcome)
                .containsExactly("SENT", "RETRYING");
        assertThat(entry("later").answer()).startsWith("250 queued as");
    }

    @Test
    void aServerThatHangsUpInTheMiddleOfAMailGetsItAgainAndTheOthersAtOnce() {
        server.answerContent(address("cut"), ScriptedSmtp.HANG_UP);
        add("cut");
        add("next");
        dueWork.now();
        assertThat(states("cut", "next")).containsExactly("RETRYING", "SENT");
        dueWork.after(Duration.ofSeconds(2));
        assertThat(server.to(address("cut"))).hasSize(1);
    }

    @Test
    void aServerThatFallsSilentHoldsUpNothingForLong() {
        var impatient = new Properties();
        impatient.setProperty("mail.smtp.timeout", "300");
        sender.setJavaMailProperties(impatient);
        server.answerRecipient(address("slow"), ScriptedSmtp.SILENCE);
        add("slow");
        add("quick");
        dueWork.now();
        assertThat(states("slow", "quick")).containsExactly("RETRYING", "SENT");
    }

    @Test
    void aNodeThatDiesBeforeItNotesTheAnswerSendsTheMailAgainUnderTheSameId() throws Exception {
        add("twice");
        try (var connection = drain.connection()) {
            for (var taken : due.take(100, clock.instant())) {
                connection.send(letters.write(taken, connection.open()));
            }
        }
        dueWork.after(DueMails.LEASE.minusSeconds(1));
        assertThat(server.to(address("twice"))).hasSize(1);
        dueWork.after(Duration.ofSeconds(1));
        assertThat(server.to(address("twice"))).hasSize(2);
        assertThat(server.to(address("twice")))
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(entry("twice").messageId());
    }

    @Test
    void twoNodesThatDrainAtOnceSendEachMailOnce() throws Exception {
        for (var number = 0; number < 120; number++) {
            add("both" + number);
        }
        var nodes = Executors.newFixedThreadPool(2);
        Callable<Integer> node = () -> new DrainByHand(drain).now();
        for (var done : nodes.invokeAll(List.of(node, node))) {
            done.get();
        }
        nodes.shutdown();
        for (var number = 0; number < 120; number++) {
            assertThat(server.to(address("both" + number))).hasSize(1);
        }
    }

    @Test
    void afterSeventyTwoHoursItIsADeadLetterWithAnAlarm() {
        var busy = java.util.Collections.nCopies(20, "451 busy").toArray(String[]::new);
        server.answerRecipient(address("never"), busy);
        add("never");
        dueWork.now();
        dueWork.after(MailRows.GIVE_UP.minusSeconds(1));
        assertThat(states("never")).containsExactly("RETRYING");
        dueWork.after(Duration.ofMinutes(15));
        assertThat(states("never")).containsExactly("DEAD");
        assertThat(events.stream(MailDeadLettered.class)
                        .filter(e -> e.recipient().equals(address("never"))))
                .hasSize(1);
    }

    @Test
    void mailsOfACaseAreOneThreadAndNobodyAnswersThemAutomatically() {
        add("one");
        add("two");
        dueWork.now();
        var one = server.to(address("one")).get(0);
        var two = server.to(address("two")).get(0);
        assertThat(one.header("References")).isNotBlank().isEqualTo(two.header("References"));
        assertThat(one.header("In-Reply-To")).isEqualTo(one.header("References"));
        assertThat(one.header("Message-ID")).isNotEqualTo(two.header("Message-ID"));
        assertThat(one.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(one.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(one.header("Precedence")).isEmpty();
    }

    @Test
    void anAnswerToAMailNamesItAfterTheThreadOfTheCaseAndSaysThatAMachineWroteIt() {
        add("case");
        outbox.add(
                List.of(mail("receipt", MailKind.NOTICE, true, "INC-0-" + test, null, test)
                        .answering("<asked@mail.example.org>")),
                clock.instant());
        dueWork.now();
        var answer = server.to(address("receipt")).get(0);
        assertThat(answer.header("In-Reply-To")).isEqualTo("<asked@mail.example.org>");
        assertThat(answer.header("References"))
                .isEqualTo(server.to(address("case")).get(0).header("References"));
        assertThat(answer.lines()).contains(" <asked@mail.example.org>");
        assertThat(answer.header("Auto-Submitted")).isEqualTo("auto-replied");
    }

    @Test
    void whoAnswersAMailAboutACaseWritesToTheMailboxThatIsRead() {
        add("case");
        outbox.add(List.of(mail("other", MailKind.NOTICE, true, null, null, test)), clock.instant());
        dueWork.now();
        assertThat(server.to(address("case")).get(0).header("Reply-To")).isEqualTo("relevo@localhost");
        assertThat(server.to(address("other")).get(0).header("Reply-To")).isEmpty();
    }

    @Test
    void aLineBreakInASubjectIsRefused() {
        assertThatThrownBy(() -> mail("x", MailKind.NOTICE, false, null, null, "Hello\r\nBcc: all@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** V20: what begins and ends inside quiet hours is recorded at once and delivered in the morning. */
    @Test
    void quietHoursDeferTheDeliveryToOneDigestInTheMorning() {
        var marta = people.find("marta.ruiz").orElseThrow();
        quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of());
        try {
            clock.set(ZonedDateTime.ofInstant(clock.instant(), marta.zone())
                    .plusDays(1)
                    .with(LocalTime.of(23, 30))
                    .toInstant());
            var incident = incidents.raise(
                    new RaiseIncident("Label printer", "", Rating.LOW, Rating.LOW, "paint-shop-mes", "by hand"), ADMIN);
            var number = incident.number().value();
            outbox.add(
                    List.of(
                            mail("p3", MailKind.ESCALATION, false, number, "marta.ruiz", test + " 75 %"),
                            mail("p3b", MailKind.ESCALATION, false, number, "marta.ruiz", test + " 90 %"),
                            mail("p1", MailKind.ESCALATION, true, number, "marta.ruiz", test + " 100 %")),
                    clock.instant());
            dueWork.now();
            assertThat(states("p3", "p3b", "p1")).containsExactly("DEFERRED", "DEFERRED", "SENT");
            incidents.acknowledge(incident.number(), Actor.system("test"), "on the page");
            dueWork.after(Duration.ofHours(7));
            assertThat(states("p3", "p3b")).containsExactly("DEFERRED", "DEFERRED");
            dueWork.after(Duration.ofMinutes(31));
            assertThat(states("p3", "p3b")).containsExactly("DIGESTED", "DIGESTED");
            assertThat(server.to(marta.mail()))
                    .filteredOn(mail -> String.join("\n", mail.lines()).contains(test + " 75"))
                    .singleElement()
                    .satisfies(digest -> assertThat(String.join("\n", digest.lines()))
                            .contains(test + " 90")
                            .contains("/incidents/" + number));
        } finally {
            quiet(null, null, Set.of());
        }
    }

    @Test
    void thePolicyLimitsWhatCanBeSwitchedOff() {
        assertThatThrownBy(() ->
                        preferences.choose(marta(), new MailPreference(Set.of(MailKind.ESCALATION), QuietHours.NONE)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("ESCALATION");
        assertThatThrownBy(() -> quiet(null, null, Set.of(DayOfWeek.values()))).isInstanceOf(Refusal.Invalid.class);
        preferences.choose(marta(), new MailPreference(Set.of(MailKind.REPORT), QuietHours.NONE));
        outbox.add(
                List.of(mail("report", MailKind.REPORT, false, null, "marta.ruiz", test + " report")), clock.instant());
        dueWork.now();
        preferences.choose(marta(), MailPreference.EVERYTHING);
        assertThat(states("report")).containsExactly("UNWANTED");
    }

    private void quiet(@Nullable LocalTime from, @Nullable LocalTime until, Set<DayOfWeek> days) {
        preferences.choose(marta(), new MailPreference(Set.of(), new QuietHours(from, until, days)));
    }

    private static Actor marta() {
        return new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    }

    private void add(String name) {
        outbox.add(List.of(mail(name, MailKind.ESCALATION, true, "INC-0-" + test, null, test)), clock.instant());
    }

    private Mail mail(
            String name,
            MailKind kind,
            boolean urgent,
            @Nullable String workItem,
            @Nullable String username,
            String subject) {
        var recipient = username == null
                ? address(name)
                : people.find(username).orElseThrow().mail();
        return new Mail(
                test + "/" + name, kind, urgent, workItem, null, username, recipient, subject, "text", "<p>text</p>");
    }

    private String address(String name) {
        return name + "." + test + "@example.org";
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private List<String> states(String... names) {
        var states = new ArrayList<String>();
        for (var name : names) {
            states.add(entry(name).state());
        }
        return states;
    }

    private LoggedMail entry(String name) {
        var id = jdbc.sql("select id from outbox where unique_key = ?")
                .param(test + "/" + name)
                .query(Long.class)
                .single();
        return log.get(ADMIN, id);
    }
}
