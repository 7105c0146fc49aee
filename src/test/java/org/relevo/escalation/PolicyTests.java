package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.rules.OfferedRuleBook;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of a policy say is what happens: waits, reminders, repetition, giving up, switching off. */
@IntegrationTest
class PolicyTests {

    private static final String RESPONSE = "SLA,RESPONSE,PT4H,0;50;100,no";

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Escalations escalations;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    private OfferedRuleBook book;

    private void decideBy(String policies, String levels) {
        book = OfferedRuleBook.offer(context, Tables.of(RESPONSE, policies, levels));
    }

    @AfterEach
    void restore() {
        book.close();
    }

    /** V6: what is to happen is in the rows, not in a process that could be restarted. */
    @Test
    void v6AStepThatOpensAfterARestartRunsOnceAndInTime() {
        decideBy("patient,*,RESPONSE,*,*,0,,P7D,yes", "patient,1,PT3H,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        clock.advance(Duration.ofHours(1));
        new Restart(jdbc).dropAndRecreate(incident.number());
        dueWork.now();
        dueWork.after(Duration.ofMinutes(119));
        assertThat(cases.mails(incident.number())).isEmpty();
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.sent(incident.number())).hasSize(1);
        assertThat(only(incident).steps())
                .singleElement()
                .satisfies(step ->
                        assertThat(step.doneAt()).isEqualTo(incident.raisedAt().plus(Duration.ofHours(3))));
        dueWork.after(Duration.ofHours(5));
        assertThat(cases.sent(incident.number())).hasSize(1);
    }

    /** V8: what was missed is told once, and the message says that it is late. */
    @Test
    void v8RemindersMissedInAnOutageAreOneMessageMarkedLate() {
        decideBy("reminding,*,RESPONSE,*,*,0,,P7D,yes", "reminding,1,0 %,ON_CALL,PT5M,20,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        assertThat(cases.sent(incident.number())).hasSize(1);
        dueWork.after(Duration.ofMinutes(32));
        assertThat(cases.sent(incident.number()))
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("This message is late"));
        assertThat(only(incident).steps()).extracting(Escalation.Step::reminder).containsExactly(0, 1, 2, 3, 4, 5, 6);
        dueWork.after(Duration.ofMinutes(3));
        assertThat(cases.sent(incident.number()))
                .hasSize(3)
                .last()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("This message is late"));
    }

    /** V7: what has no reminders tells once, however long the case stays open. */
    @Test
    void v7TwoLevelsAreTwoMailsHoweverLongTheCaseStaysOpen() {
        decideBy("twice,*,RESPONSE,*,*,0,,P7D,yes", """
                twice,1,PT10M,PERSON:jonas.weber,,0,,
                twice,2,PT10M,PERSON:marta.ruiz,,0,,
                """);
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        for (var minute = 0; minute < 24 * 60; minute += 7) {
            dueWork.after(Duration.ofMinutes(7));
        }
        assertThat(cases.sent(incident.number()))
                .extracting(Cases.OutgoingMail::recipient)
                .containsExactly("jonas.weber@demo.relevo.invalid", "marta.ruiz@demo.relevo.invalid");
    }

    /** V12: a policy that is switched off ends what it had started, and says why. */
    @Test
    void v12APolicySwitchedOffEndsWhatItStarted() {
        var levels = """
                ladder,1,0 %,ON_CALL,,0,,
                ladder,2,50 %,TEAM,,0,,
                """;
        decideBy("ladder,*,RESPONSE,*,*,0,,P7D,yes", levels);
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        book.replace(Tables.of(RESPONSE, "ladder,*,RESPONSE,*,*,0,,P7D,no", levels));
        dueWork.after(Duration.ofHours(3));
        assertThat(cases.sent(incident.number())).hasSize(1);
        assertThat(only(incident).endReason()).contains("ladder").contains("switched off");
        assertThat(timeline.of(incident.number()))
                .extracting(TimelineEvent::kind)
                .contains("ESCALATION_ENDED");
    }

    /** V13: whoever acknowledges between two levels is the last to be told. */
    @Test
    void v13AcknowledgedBetweenTwoLevelsNothingFurtherIsSent() {
        decideBy("ladder,*,RESPONSE,*,*,0,,P7D,yes", """
                ladder,1,0 %,ON_CALL,PT5M,3,,
                ladder,2,50 %,TEAM,,0,,
                """);
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        dueWork.after(Duration.ofMinutes(1));
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        dueWork.after(Duration.ofDays(2));
        assertThat(cases.mails(incident.number())).hasSize(1);
        assertThat(only(incident).endReason()).isEqualTo("acknowledged by test in the inbox");
    }

    @Test
    void v14AnAcknowledgementThatNothingFollowsStaysSilentUnlessThePolicyRepeats() {
        decideBy("ladder,*,RESPONSE,*,*,0,,P7D,yes", "ladder,1,0 %,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        dueWork.after(Duration.ofDays(6));
        assertThat(cases.mails(incident.number())).hasSize(1);
    }

    /** V14: where the policy repeats, the mail says why somebody who has acknowledged hears of it again. */
    @Test
    void v14WhereThePolicyRepeatsTheMailSaysWhoHadAcknowledged() {
        decideBy("again,*,RESPONSE,*,*,0,PT30M,P7D,yes", "again,1,0 %,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        dueWork.after(Duration.ofMinutes(2));
        incidents.acknowledge(incident.number(), jonas(), "in the inbox");
        dueWork.after(Duration.ofMinutes(29));
        assertThat(cases.mails(incident.number())).hasSize(1);
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.sent(incident.number())).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.subject()).contains("acknowledged, but nothing has happened since");
            assertThat(mail.text()).contains("Jonas Weber acknowledged it");
        });
        assertThat(only(incident).round()).isEqualTo(2);
    }

    @Test
    void v14ActivityOfAPersonPutsTheRepetitionOff() {
        decideBy("again,*,RESPONSE,*,*,0,PT30M,P7D,yes", "again,1,0 %,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        incidents.acknowledge(incident.number(), jonas(), "in the inbox");
        clock.advance(Duration.ofMinutes(20));
        timeline.append(
                incident.number(),
                new TimelineEvent(clock.instant(), "COMMENTED", "The supplier is on its way", "jonas.weber", null));
        dueWork.after(Duration.ofMinutes(29));
        assertThat(cases.mails(incident.number())).hasSize(1);
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.mails(incident.number())).hasSize(2);
    }

    @Test
    void anEscalationThatNobodyAcknowledgesIsGivenUp() {
        decideBy("brief,*,RESPONSE,*,*,0,,PT1H,yes", "brief,1,0 %,ON_CALL,PT10M,50,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        for (var minute = 0; minute < 180; minute += 10) {
            dueWork.after(Duration.ofMinutes(10));
        }
        assertThat(cases.sent(incident.number())).as("at once and at +10 … +50").hasSize(6);
        assertThat(only(incident)).satisfies(one -> {
            assertThat(one.endReason()).startsWith("given up");
            assertThat(one.endedAt()).isEqualTo(incident.raisedAt().plus(Duration.ofHours(1)));
        });
    }

    private static Actor jonas() {
        return new Actor("jonas.weber", Actor.Kind.PERSON, java.util.Set.of(Role.AGENT), java.util.Set.of());
    }

    private Escalation only(WorkItem incident) {
        var all = escalations.of(incident.number());
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
