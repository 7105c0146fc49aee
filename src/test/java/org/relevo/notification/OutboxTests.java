package org.relevo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.escalation.Escalation;
import org.relevo.escalation.Escalations;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@IntegrationTest
class OutboxTests {

    @Autowired
    Outbox outbox;

    @Autowired
    DueMails due;

    @Autowired
    Escalations escalations;

    @Autowired
    Incidents incidents;

    @Autowired
    CaughtMails mails;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail server;

    @AfterEach
    void theServerIsBack() {
        sender.setPort(server.getSmtp().getPort());
    }

    @Test
    void aMailServerThatIsDownDelaysTheMailAndItIsDeliveredOnceWhenTheServerReturns() {
        sender.setPort(1);
        var incident = raise();
        dueWork.now();
        assertThat(notices(incident)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo("RETRYING");
            assertThat(notice.problem()).isNotBlank();
        });
        dueWork.after(Duration.ofSeconds(3));
        assertThat(caught(incident)).isEmpty();
        theServerIsBack();
        dueWork.after(Duration.ofMinutes(1));
        dueWork.after(Duration.ofMinutes(1));
        assertThat(caught(incident)).hasSize(1);
        assertThat(notices(incident)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo("SENT");
            assertThat(notice.problem()).isNull();
        });
    }

    /** V13: acknowledged means that nothing further is sent. */
    @Test
    void aMailThatFailsWhileSomebodyAcknowledgesIsNotTriedAgain() {
        sender.setPort(1);
        var incident = raise();
        dueWork.now();
        clock.advance(Duration.ofSeconds(3));
        var taken = due.take(1_000, clock.instant()).stream()
                .filter(one -> incident.number().value().equals(one.mail().workItem()))
                .toList();
        incidents.acknowledge(incident.number(), Actor.system("test"), "on the page");
        assertThat(due.note(
                        List.of(Result.failed(taken.get(0), "the server hung up", clock.instant())), clock.instant()))
                .isEmpty();
        theServerIsBack();
        dueWork.after(Duration.ofMinutes(20));
        assertThat(caught(incident)).isEmpty();
        assertThat(notices(incident))
                .singleElement()
                .satisfies(notice -> assertThat(notice.state()).isEqualTo("CANCELLED"));
    }

    @Test
    void aMailServerThatIsDownDoesNotMakeRelevoUnwell() {
        sender.setPort(1);
        assertThat(visitors.anonymous().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void theSameReasonTwiceIsOneMail() {
        var mail = new Mail(
                "INC-0/RESPONSE/50/1/mail/ana",
                MailKind.ESCALATION,
                true,
                "INC-0",
                null,
                null,
                "ana@localhost",
                "Once",
                "text",
                "<p>html</p>");
        outbox.add(List.of(mail), clock.instant());
        outbox.add(List.of(mail), clock.instant());
        dueWork.now();
        assertThat(mails.newest(10_000))
                .filteredOn(caught -> caught.subject().equals("Once"))
                .hasSize(1);
    }

    private WorkItem raise() {
        return incidents.raise(
                new RaiseIncident("Paint shop stands still", "", Rating.HIGH, Rating.HIGH, "paint-shop-mes", "by hand"),
                Actor.system("test"));
    }

    private List<Escalation.Notice> notices(WorkItem incident) {
        return escalations.of(incident.number()).stream()
                .flatMap(level -> level.notices().stream())
                .toList();
    }

    private List<CaughtMails.CaughtMail> caught(WorkItem incident) {
        return mails.newest(10_000).stream()
                .filter(mail -> mail.subject().contains(incident.number().value() + " "))
                .filter(mail -> !mail.subject().contains("crisis meeting"))
                .toList();
    }
}
