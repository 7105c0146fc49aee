package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.notification.BounceReceived;
import org.relevo.notification.MailRefused;
import org.relevo.people.Actor;
import org.relevo.people.MailReach;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an escalation does when the one whom it told cannot be reached. */
@IntegrationTest
class UnreachableTest {

    @Autowired
    Incidents incidents;

    @Autowired
    Escalations escalations;

    @Autowired
    MailReach reach;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Test
    void aRecipientWhomTheMailServerRefusesMovesItOnAtOnce() {
        var incident = raise();
        dueWork.now();
        var told = escalation(incident);
        transactions.executeWithoutResult(status -> events.publishEvent(new MailRefused(
                incident.number().value(),
                told.id(),
                told.notices().get(0).person(),
                told.notices().get(0).mail(),
                "550 5.1.1 no such user",
                clock.instant())));
        assertThat(levels(incident)).containsExactly(1, 2);
    }

    @Test
    void aMailThatComesBackLaterMovesItOnOnceAndMarksTheAddress() {
        var incident = raise();
        dueWork.now();
        var sent = jdbc.sql("select message_id, recipient from outbox where escalation = ?")
                .param(escalation(incident).id())
                .query((row, i) -> new BounceReceived(row.getString(1), row.getString(2), "5.1.1", clock.instant()))
                .single();
        for (var twice = 0; twice < 2; twice++) {
            transactions.executeWithoutResult(status -> events.publishEvent(sent));
        }
        assertThat(levels(incident)).containsExactly(1, 2);
        assertThat(reach.refusing(Set.of(sent.recipient()))).isNotEmpty();
        jdbc.sql("delete from mail_address_problem where address = ?")
                .param(sent.recipient())
                .update();
    }

    private WorkItem raise() {
        return incidents.raise(
                new RaiseIncident("Paint shop stands still", "", Rating.HIGH, Rating.HIGH, "paint-shop-mes", "by hand"),
                Actor.system("test"));
    }

    private Escalation escalation(WorkItem incident) {
        return escalations.of(incident.number()).get(0);
    }

    private List<Integer> levels(WorkItem incident) {
        return escalation(incident).steps().stream().map(Escalation.Step::level).toList();
    }
}
