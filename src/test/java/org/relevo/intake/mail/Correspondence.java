package org.relevo.intake.mail;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.notification.CaughtMails;
import org.relevo.notification.CaughtMails.CaughtMail;
import org.relevo.notification.Outbox;
import org.relevo.people.Actor;
import org.relevo.rules.Metric;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes mails to Relevo as people's mail programs do, and has them read. */
class Correspondence {

    @Autowired
    Incidents incidents;

    @Autowired
    WorkItems workItems;

    @Autowired
    Timeline timeline;

    @Autowired
    Commitments commitments;

    @Autowired
    CaughtMails mails;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    GreenMail server;

    @Autowired
    MailInTask.MailRounds rounds;

    @Autowired
    MailInRows rows;

    @Autowired
    MailboxRows mailboxes;

    @Autowired
    KeptMails kept;

    @Autowired
    Outbox outbox;

    @Autowired
    Replies replies;

    @Autowired
    Bounces bounces;

    @Autowired
    MailedIncidents mailedIncidents;

    @Autowired
    IntakeAddress own;

    @Autowired
    MailInSettings settings;

    @Autowired
    JdbcClient jdbc;

    /** An escalation that was mailed to somebody. */
    record Sent(WorkItemNumber number, String messageId, String username, String recipient) {

        String reply(String text) {
            return """
                    From: %s
                    To: relevo@localhost
                    Subject: Re: [P1] %s Paint shop stands still
                    Message-ID: <%s@mail.example.org>
                    In-Reply-To: %s
                    Date: Mon, 2 Mar 2026 10:00:00 +0100
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=UTF-8
                    Content-Transfer-Encoding: 8bit

                    %s

                    On Mon, 2 Mar 2026 at 09:58, Relevo <relevo@localhost> wrote:
                    > Paint shop stands still
                    > Acknowledge it with the button.
                    """.formatted(recipient, number, UUID.randomUUID(), messageId, text)
                    .replace("\n", "\r\n");
        }
    }

    /** A P1 of which the person on call has just been told. */
    Sent escalation() {
        var incident = incidents.raise(
                new RaiseIncident("Paint shop stands still", "", Rating.HIGH, Rating.HIGH, "paint-shop-mes", "by hand"),
                Actor.system("test"));
        dueWork.now();
        return jdbc.sql("select * from outbox where work_item = ? and escalation is not null order by id limit 1")
                .param(incident.number().value())
                .query((row, i) -> new Sent(
                        incident.number(),
                        row.getString("message_id"),
                        row.getString("username"),
                        row.getString("recipient")))
                .single();
    }

    String mail(String from, String subject, String text) {
        return """
                From: %s
                To: relevo@localhost
                Subject: %s
                Message-ID: <%s@mail.example.org>
                Date: Mon, 2 Mar 2026 10:00:00 +0100
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, subject, UUID.randomUUID(), text).replace("\n", "\r\n");
    }

    /** Hands a mail to the catcher's SMTP server, byte for byte, and reads the mailbox. */
    void send(String mail) {
        deliver(mail.getBytes(StandardCharsets.UTF_8));
        read();
    }

    void send(Corpus mail, Sent escalation) {
        deliver(mail.answering(
                escalation.recipient(),
                escalation.messageId(),
                escalation.number().value()));
        read();
    }

    /** So that what other tests have sent counts no more. */
    void anHourLater() {
        jdbc.sql("update mail_in set received_at = received_at - interval '61 minutes'")
                .update();
    }

    void deliver(byte[] mail) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.getSmtp().getBindTo());
        properties.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        properties.setProperty("mail.smtp.from", "somebody@mail.example.org");
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail)),
                    new InternetAddress[] {new InternetAddress("relevo@localhost")});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A desk that breaks on one subject. */
    MailDesk brokenDesk(String subject) {
        return new MailDesk(rows, kept, outbox, replies, bounces, mailedIncidents, own, settings, clock) {
            @Override
            public Optional<Verdict> handle(Letter letter) {
                if (letter.subject().equals(subject)) {
                    throw new IllegalStateException("Broken by the test");
                }
                return super.handle(letter);
            }
        };
    }

    void read() {
        rounds.round().orElseThrow().read();
    }

    MailInRows.Row last() {
        return rows.newest(null, 1).get(0);
    }

    State state(Sent escalation) {
        return workItems.find(escalation.number()).orElseThrow().state();
    }

    WorkItem item(Sent escalation) {
        return workItems.find(escalation.number()).orElseThrow();
    }

    WorkItem item(MailInRows.Row row) {
        return workItems
                .find(new WorkItemNumber(Objects.requireNonNull(row.workItem())))
                .orElseThrow();
    }

    List<TimelineEvent> timeline(Sent escalation) {
        return timeline.of(escalation.number());
    }

    Commitment commitment(Sent escalation, Metric metric) {
        return commitments.of(escalation.number()).stream()
                .filter(c -> c.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    List<CaughtMail> caught() {
        return mails.newest(100_000);
    }
}
