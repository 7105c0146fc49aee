package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relevo.notification.BounceReceived;
import org.relevo.people.Actor;
import org.relevo.rules.Metric;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What becomes of the mails that people send, through the mail catcher of the embedded default. */
@IntegrationTest
@RecordApplicationEvents
class MailInTests {

    @Autowired
    ApplicationEvents events;

    @Autowired
    Visitors visitors;

    @Autowired
    SchedulerClient scheduler;

    private Correspondence post;

    @BeforeEach
    void aPostOffice(@Autowired AutowireCapableBeanFactory beans) {
        post = beans.createBean(Correspondence.class);
        post.anHourLater();
    }

    @Test
    void anAnswerFromTheRecipientOfAnEscalationAcknowledgesIt() {
        var escalation = post.escalation();
        post.send(escalation.reply("On it. The PLC needs a restart."));
        assertThat(post.state(escalation)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(post.timeline(escalation)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("MAIL_RECEIVED");
            assertThat(event.text()).contains("The PLC needs a restart.").doesNotContain("> ");
            assertThat(event.by()).isEqualTo(escalation.username());
            assertThat(event.reason()).contains(escalation.recipient());
        });
        assertThat(post.commitment(escalation, Metric.RESPONSE).endedAt()).isNotNull();
        assertThat(post.last().outcome()).isEqualTo(Outcome.ACKNOWLEDGED);
    }

    @Test
    void anAnswerFromSomebodyElseLandsOnTheTimelineOnly() {
        var escalation = post.escalation();
        post.send(escalation
                .reply("I can help if you like.")
                .replace("From: " + escalation.recipient(), "From: clara.brandt@demo.relevo.invalid"));
        assertThat(post.state(escalation)).isEqualTo(State.NEW);
        assertThat(post.timeline(escalation))
                .anySatisfy(event -> assertThat(event.text()).contains("I can help"));
        assertThat(post.last().outcome()).isEqualTo(Outcome.NOTED);
    }

    /** V9 */
    @Test
    void anOutOfOfficeAnswerToAnEscalationChangesNothing() {
        var escalation = post.escalation();
        var mails = post.caught().size();
        post.send("Auto-Submitted: auto-replied\r\n" + escalation.reply("I am back on Monday."));
        post.dueWork.now();
        assertThat(post.state(escalation)).isEqualTo(State.NEW);
        assertThat(post.commitment(escalation, Metric.RESPONSE).endedAt()).isNull();
        assertThat(post.caught()).hasSize(mails + 1);
        assertThat(post.last().reason()).contains("Auto-Submitted");
    }

    /** V9, as many programs and languages say it; none of them is answered by a mail of ours. */
    @Test
    void noAutomaticAnswerOfAnyKindChangesAnything() {
        var escalation = post.escalation();
        var before = post.item(escalation);
        var mails = post.caught().size();
        for (var mail : Corpus.automatic()) {
            post.deliver(mail.answering(
                    escalation.recipient(),
                    escalation.messageId(),
                    escalation.number().value()));
        }
        post.read();
        post.dueWork.now();
        assertThat(post.item(escalation)).isEqualTo(before);
        assertThat(post.commitment(escalation, Metric.RESPONSE).endedAt()).isNull();
        assertThat(post.caught())
                .as("none but that of the next level, because one of them is a bounce for good")
                .hasSize(mails + Corpus.automatic().size() + 1);
        assertThat(post.rows.newest(null, Corpus.automatic().size()))
                .allSatisfy(row -> assertThat(row.outcome())
                        .as(row.subject())
                        .isIn(Outcome.NOTED, Outcome.IGNORED, Outcome.TOO_MANY, Outcome.BOUNCED));
    }

    @ParameterizedTest
    @MethodSource("human")
    void aPersonsAnswerFromAnyMailProgramAcknowledges(Corpus mail) {
        var escalation = post.escalation();
        post.deliver(mail.answering(
                escalation.recipient(),
                escalation.messageId(),
                escalation.number().value()));
        post.read();
        assertThat(post.state(escalation)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(post.timeline(escalation))
                .filteredOn(event -> event.kind().equals("MAIL_RECEIVED"))
                .singleElement()
                .satisfies(event -> assertThat(event.text())
                        .contains(mail.ownText().isEmpty() ? "(no words of its own)" : mail.ownText()));
    }

    static List<Corpus> human() {
        return Corpus.human();
    }

    @Test
    void aSecondAnswerLandsOnTheTimelineOnly() {
        var escalation = post.escalation();
        post.send(escalation.reply("On it."));
        post.send(escalation.reply("Found it: a fuse."));
        assertThat(post.timeline(escalation))
                .filteredOn(event -> event.kind().equals("ACKNOWLEDGED"))
                .hasSize(1);
        assertThat(post.timeline(escalation))
                .filteredOn(event -> event.kind().equals("MAIL_RECEIVED"))
                .hasSize(2);
        assertThat(post.last().reason()).contains("had ended before");
    }

    @Test
    void anAnswerToAnIncidentThatIsResolvedChangesNothing() {
        var escalation = post.escalation();
        post.incidents.resolve(escalation.number(), Actor.system("test"), "A fuse.");
        post.send(escalation.reply("On it."));
        assertThat(post.state(escalation)).isEqualTo(State.RESOLVED);
        assertThat(post.last().outcome()).isEqualTo(Outcome.NOTED);
    }

    @Test
    void anAnswerThatBeginsWithNoAckIsOnlyANote() {
        var escalation = post.escalation();
        post.send(escalation.reply("#no-ack I can only look at it tonight."));
        assertThat(post.state(escalation)).isEqualTo(State.NEW);
        assertThat(post.timeline(escalation))
                .anySatisfy(event -> assertThat(event.text()).contains("only look at it tonight"));
    }

    /** Whoever forges the sender's address does not know the id of a mail that went to that address. */
    @Test
    void aForgedSenderWithoutOurMessageIdAcknowledgesNothing() {
        var escalation = post.escalation();
        post.send(escalation.reply("On it.").replace(escalation.messageId(), "<guessed@relevo>"));
        assertThat(post.state(escalation)).isEqualTo(State.NEW);
    }

    @Test
    void aReturnedEscalationIsToldOnTheCaseAndToWhoeverListens() {
        var escalation = post.escalation();
        post.send(mail("dsn-postfix-failed"), escalation);
        assertThat(post.last().outcome()).isEqualTo(Outcome.BOUNCED);
        assertThat(post.timeline(escalation)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("MAIL_UNDELIVERED");
            assertThat(event.text()).contains(escalation.recipient()).contains("5.1.1");
            assertThat(event.reason()).contains("No such mailbox here");
        });
        assertThat(events.stream(BounceReceived.class)).singleElement().satisfies(bounce -> {
            assertThat(bounce.messageId()).isEqualTo(escalation.messageId());
            assertThat(bounce.recipient()).isEqualTo(escalation.recipient());
            assertThat(bounce.status()).isEqualTo("5.1.1");
        });
    }

    @Test
    void aDelayedEscalationIsToldOnTheCaseAndIsNoBounce() {
        var escalation = post.escalation();
        post.send(mail("dsn-delayed"), escalation);
        assertThat(post.timeline(escalation))
                .anySatisfy(event -> assertThat(event.kind()).isEqualTo("MAIL_DELAYED"));
        assertThat(events.stream(BounceReceived.class)).isEmpty();
    }

    private static Corpus mail(String name) {
        return Corpus.automatic().stream()
                .filter(mail -> mail.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameMailTwiceIsHandledOnce() {
        var escalation = post.escalation();
        var mail = escalation.reply("Looking into it.");
        post.send(mail);
        post.send("Received: by another way\r\n" + mail);
        assertThat(post.timeline(escalation))
                .filteredOn(event -> event.kind().equals("MAIL_RECEIVED"))
                .hasSize(1);
    }

    @Test
    void aMailFromAPersonRaisesAnIncidentAndIsAnsweredOnce() {
        post.send(post.mail("paul.fischer@demo.relevo.invalid", "Badge reader at gate 4 is dead", "Since 7 o'clock."));
        post.dueWork.now();
        var row = post.last();
        assertThat(row.outcome()).isEqualTo(Outcome.RAISED);
        var incident = post.item(row);
        assertThat(post.jdbc
                        .sql("select answers from outbox where work_item = ? and unique_key like '%/RECEIPT/%'")
                        .param(row.workItem())
                        .query(String.class)
                        .single())
                .as("the receipt names the mail that it answers")
                .endsWith("@mail.example.org>");
        assertThat(incident.title()).isEqualTo("Badge reader at gate 4 is dead");
        assertThat(incident.description()).isEqualTo("Since 7 o'clock.");
        assertThat(incident.raisedBy()).isEqualTo("paul.fischer");
        assertThat(post.caught())
                .filteredOn(mail -> mail.subject().startsWith("[" + incident.number() + "] Raised"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).containsExactly("paul.fischer@demo.relevo.invalid"));
    }

    @Test
    void theMailboxIsReadAgainAndAgain() {
        new MailInTask.ReadAtStart(scheduler, post.rounds, post.clock).read();
        for (var subject : List.of("In the first round", "In the second round")) {
            post.deliver(post.mail("paul.fischer@demo.relevo.invalid", subject, "Text.")
                    .getBytes(StandardCharsets.UTF_8));
            post.dueWork.now();
            assertThat(post.last().subject()).isEqualTo(subject);
            post.clock.advance(Duration.ofSeconds(10));
        }
        scheduler.cancel(MailInTask.ReadAtStart.MAILBOX);
    }

    @Test
    void whatIsSentToTheIntakeAddressIsShownAmongTheCaughtMailsToo() {
        post.send(post.mail("paul.fischer@demo.relevo.invalid", "Shown and read", "Both."));
        assertThat(post.caught())
                .filteredOn(mail -> mail.subject().equals("Shown and read"))
                .hasSize(1);
    }

    @Test
    void aMailFromAStrangerRaisesAnIncidentForTriage() {
        post.send(post.mail("somebody@supplier.example.org", "Delivery is late", "The truck broke down."));
        var incident = post.item(post.last());
        assertThat(incident.raisedBy()).isEqualTo("mail");
        assertThat(incident.team()).isEqualTo("triage");
        assertThat(post.last().reason())
                .contains("somebody@supplier.example.org")
                .contains("not known here");
    }

    @Test
    void anAutomaticMailRaisesNoIncidentAndIsListedWithTheReason() {
        post.send("Precedence: bulk\r\n" + post.mail("paul.fischer@demo.relevo.invalid", "Weekly news", "Hello."));
        assertThat(post.last().outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(post.last().reason()).contains("Precedence is bulk");
        assertThat(post.last().workItem()).isNull();
    }

    @Test
    void oneWhoMailsWithoutEndIsIgnoredAfterTwentyMailsAndAnsweredFiveTimes() {
        for (var i = 1; i <= 22; i++) {
            post.deliver(post.mail("nadia.lund@demo.relevo.invalid", "Again " + i, "And again.")
                    .getBytes(StandardCharsets.UTF_8));
        }
        post.read();
        var mine = post.rows.newest(null, 22);
        assertThat(mine).filteredOn(row -> row.outcome() == Outcome.RAISED).hasSize(20);
        assertThat(mine)
                .filteredOn(row -> row.outcome() == Outcome.TOO_MANY)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.reason()).contains("more than 20 mails"));
        assertThat(mine).filteredOn(MailInRows.Row::answered).hasSize(5);
    }

    @Test
    void ourOwnMailIsIgnored() {
        post.send(post.mail("Relevo <RELEVO@localhost>", "Round and round", "We go."));
        assertThat(post.last().outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(post.last().reason()).contains("our own");
    }

    @Test
    void aMailWhoseSubjectNamesACaseLandsOnItFromAPersonAndRaisesFromAStranger() {
        var escalation = post.escalation();
        var subject = "The vendor's answer [%s]".formatted(escalation.number());
        post.send(post.mail("nadia.lund@demo.relevo.invalid", subject, "They send somebody at noon."));
        assertThat(post.last().workItem()).isEqualTo(escalation.number().value());
        assertThat(post.timeline(escalation)).anySatisfy(event -> {
            assertThat(event.text()).contains("somebody at noon");
            assertThat(event.by()).isEqualTo("nadia.lund");
        });
        post.send(post.mail("somebody@supplier.example.org", subject, "Pay us first."));
        assertThat(post.last().outcome()).isEqualTo(Outcome.RAISED);
        assertThat(post.last().workItem()).isNotEqualTo(escalation.number().value());
    }

    @Test
    void brokenMailsAreListedAndHoldUpNoOther() {
        for (var broken : Broken.mails()) {
            post.deliver(broken.getBytes(StandardCharsets.ISO_8859_1));
        }
        post.send(post.mail("paul.fischer@demo.relevo.invalid", "A sound one", "After the broken ones."));
        assertThat(post.last().subject()).isEqualTo("A sound one");
        assertThat(post.last().outcome()).isEqualTo(Outcome.RAISED);
        assertThat(post.rows.newest(null, Broken.mails().size() + 1))
                .noneMatch(row -> row.outcome() == Outcome.RETRYING)
                .filteredOn(row -> row.at().equals(post.last().at()))
                .hasSize(Broken.mails().size() + 1);
    }

    @Test
    void thePageShowsWhatBecameOfEachMailAndWhy() {
        post.send(post.mail("paul.fischer@demo.relevo.invalid", "Shown <b>on</b> the page", "Yes."));
        var page = visitors.signedIn("marta.ruiz").get("/mail-in").page();
        var row = page.select("tbody tr").get(0);
        assertThat(row.text())
                .contains("Shown <b>on</b> the page")
                .contains("raised")
                .contains("paul.fischer@");
        assertThat(row.select("a").attr("href"))
                .isEqualTo("/incidents/" + post.last().workItem());
        assertThat(page.select("nav a[aria-current=page]").attr("href")).isEqualTo("/mail-in");
        assertThat(visitors.signedIn("lena.hoffmann").get("/inbox").page().select("nav a[href=/mail-in]"))
                .isEmpty();
    }
}
