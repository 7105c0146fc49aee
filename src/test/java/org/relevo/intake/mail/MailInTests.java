package org.relevo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Metric;
import org.relevo.support.IntegrationTest;
import org.relevo.workitem.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What becomes of the mails that people send, through the mail catcher of the embedded default. */
@IntegrationTest
class MailInTests {

    private Correspondence post;

    @BeforeEach
    void aPostOffice(@Autowired AutowireCapableBeanFactory beans) {
        post = beans.createBean(Correspondence.class);
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
        assertThat(incident.title()).isEqualTo("Badge reader at gate 4 is dead");
        assertThat(incident.description()).isEqualTo("Since 7 o'clock.");
        assertThat(incident.raisedBy()).isEqualTo("paul.fischer");
        assertThat(post.caught())
                .filteredOn(mail -> mail.subject().startsWith("[" + incident.number() + "] Raised"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).containsExactly("paul.fischer@demo.relevo.invalid"));
    }

    @Test
    void whatIsSentToTheIntakeAddressIsShownAmongTheCaughtMailsToo() {
        post.send(post.mail("paul.fischer@demo.relevo.invalid", "Shown and read", "Both."));
        assertThat(post.caught())
                .filteredOn(mail -> mail.subject().equals("Shown and read"))
                .hasSize(1);
    }
}
