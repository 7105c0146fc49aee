package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.notification.CaughtMails;
import org.relevo.notification.CaughtMails.CaughtMail;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Person;
import org.relevo.people.PersonForm;
import org.relevo.rules.Metric;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class EscalationTests {

    @Autowired
    Incidents incidents;

    @Autowired
    WorkItems workItems;

    @Autowired
    Escalations escalations;

    @Autowired
    Commitments commitments;

    @Autowired
    CaughtMails mails;

    @Autowired
    People people;

    @Autowired
    AcknowledgeLinks links;

    @Autowired
    PeopleRegister register;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Test
    void aP1TellsThePersonOnCallAtOnce() {
        var incident = raiseP1();
        dueWork.now();
        assertThat(mailsAbout(incident)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly(onCall(incident).mail());
            assertThat(mail.subject()).startsWith("[P1] " + incident.number());
            assertThat(mail.text()).contains("/acknowledge/").contains(incident.title());
            assertThat(mail.html()).contains("/acknowledge/").contains(incident.title());
        });
    }

    @Test
    void anIncidentThatNobodyAcknowledgesClimbsLevelByLevel() {
        var incident = raiseP1();
        dueWork.now();
        for (var minutes : List.of(Duration.ofSeconds(450), Duration.ofSeconds(225), Duration.ofSeconds(225))) {
            dueWork.after(minutes);
        }
        assertThat(escalations.of(incident.number())).singleElement().satisfies(one -> {
            assertThat(one.policy()).isEqualTo("urgent response");
            assertThat(one.steps()).extracting(Escalation.Step::level).containsExactly(1, 2, 3, 4);
            assertThat(one.steps()).noneMatch(Escalation.Step::late);
        });
        assertThat(recipientsOf(incident))
                .containsAll(people.serviceManagers(incident.service()).stream()
                        .map(Person::mail)
                        .toList());
    }

    @Test
    void justBeforeACheckpointNothingIsSent() {
        var incident = raiseP1();
        dueWork.now();
        dueWork.after(Duration.ofSeconds(449));
        assertThat(levelsDone(incident)).containsExactly(1);
        dueWork.after(Duration.ofSeconds(1));
        assertThat(levelsDone(incident)).containsExactly(1, 2);
    }

    /** V8: an outage of ours is one message to each, marked late. */
    @Test
    void levelsMissedWhileRelevoWasDownCollapseIntoOneMarkedLate() {
        var incident = raiseP1();
        dueWork.now();
        var before = mailsAbout(incident).size();
        dueWork.after(Duration.ofMinutes(32));
        assertThat(escalations.of(incident.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.steps())
                        .filteredOn(step -> step.level() > 1)
                        .hasSize(3)
                        .allMatch(Escalation.Step::late));
        var late = mailsAbout(incident).stream()
                .filter(mail -> mail.text().contains("is late:") || mail.text().contains("llega tarde"))
                .toList();
        assertThat(late).hasSize(mailsAbout(incident).size() - before);
        assertThat(late.stream().flatMap(mail -> mail.to().stream()))
                .as("each person is told once")
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** V7: levels end; an incident open for a day is not mailed all day. */
    @Test
    void anIncidentThatStaysOpenForADayIsNotMailedAllDay() {
        var incident = raiseP1();
        dueWork.now();
        dueWork.after(Duration.ofMinutes(8));
        dueWork.after(Duration.ofMinutes(8));
        var before = responseMails(incident);
        dueWork.after(Duration.ofHours(23));
        assertThat(responseMails(incident)).isEqualTo(before);
    }

    /** V13: acknowledged means that nothing further is sent. */
    @Test
    void onceAcknowledgedNothingFurtherIsSent() {
        var incident = raiseP1();
        dueWork.now();
        acknowledgeByMail(incident);
        dueWork.after(Duration.ofMinutes(60));
        assertThat(mailsAbout(incident)).hasSize(1);
        assertThat(escalations.of(incident.number()))
                .singleElement()
                .satisfies(level -> assertThat(level.endReason()).contains("acknowledged"));
    }

    @Test
    void aMailWrittenButNotSentYetIsWithdrawnByTheAcknowledgement() {
        var incident = raiseP1();
        dueWork.now();
        clock.advance(Duration.ofMinutes(8));
        incidents.acknowledge(incident.number(), Actor.system("test"), "on the page");
        dueWork.now();
        assertThat(mailsAbout(incident)).hasSize(1);
    }

    @Test
    void openingTheLinkChangesNothingAndItsButtonAcknowledges() {
        var incident = raiseP1();
        dueWork.now();
        var link = link(mailsAbout(incident).get(0));
        var visitor = visitors.anonymous();
        assertThat(visitor.get(link).page().select("form[method=post] button")).hasSize(1);
        assertThat(state(incident)).isEqualTo(State.NEW);
        var done = visitor.submit(link, Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(state(incident)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(workItems.find(incident.number()).orElseThrow().assignee())
                .isEqualTo(onCall(incident).username());
        assertThat(commitments.of(incident.number()))
                .filteredOn(c -> c.metric() == Metric.RESPONSE)
                .singleElement()
                .satisfies(c -> assertThat(c.endedAt()).isNotNull());
    }

    @Test
    void aLinkExpiresAfterADay() {
        var incident = raiseP1();
        dueWork.now();
        var link = link(mailsAbout(incident).get(0));
        clock.advance(Duration.ofHours(24));
        assertThat(visitors.anonymous().get(link).page().select("form")).isEmpty();
        assertThat(state(incident)).isEqualTo(State.NEW);
    }

    @Test
    void aLinkOfSomebodyWhoWasDisabledMeanwhileNoLongerAcknowledges() {
        var incident = raiseP1();
        dueWork.now();
        register.create(Actor.system("test"), leaver(true, "long enough"));
        var level = escalations.of(incident.number()).get(0);
        var address = links.acknowledgeAddress(level.id(), "gone.since");
        var link = address.substring(address.indexOf("/acknowledge/"));
        assertThat(visitors.anonymous().get(link).status()).isEqualTo(200);
        register.change(Actor.system("test"), "gone.since", leaver(false, ""));
        assertThat(visitors.anonymous().get(link).status()).isEqualTo(403);
        assertThat(visitors.anonymous().submit(link, Map.of()).status()).isEqualTo(403);
        assertThat(state(incident)).isEqualTo(State.NEW);
    }

    private static PersonForm leaver(boolean enabled, String password) {
        return new PersonForm(
                "gone.since",
                "Gone Since",
                "gone@example.org",
                "UTC",
                "en",
                "",
                Set.of("AGENT"),
                null,
                enabled,
                password);
    }

    @Test
    void anUnknownLinkIsNotFound() {
        assertThat(visitors.anonymous()
                        .get("/acknowledge/00000000000000000000000000000000")
                        .status())
                .isEqualTo(404);
    }

    private WorkItem raiseP1() {
        return incidents.raise(
                new RaiseIncident("Paint shop stands still", "", Rating.HIGH, Rating.HIGH, "paint-shop-mes", "by hand"),
                Actor.system("test"));
    }

    private void acknowledgeByMail(WorkItem incident) {
        var link = link(mailsAbout(incident).get(0));
        var visitor = visitors.anonymous();
        visitor.submit(link, Map.of());
    }

    private static String link(CaughtMail mail) {
        var text = mail.text();
        var from = text.indexOf("/acknowledge/");
        return text.substring(from, from + "/acknowledge/".length() + 32);
    }

    private List<Integer> levelsDone(WorkItem incident) {
        return escalations.of(incident.number()).stream()
                .flatMap(one -> one.steps().stream())
                .map(Escalation.Step::level)
                .toList();
    }

    private State state(WorkItem incident) {
        return workItems.find(incident.number()).orElseThrow().state();
    }

    private Person onCall(WorkItem incident) {
        return people.onCall(java.util.Objects.requireNonNull(incident.team()), clock.instant())
                .orElseThrow();
    }

    private List<CaughtMail> mailsAbout(WorkItem incident) {
        return mails.newest(10_000).stream()
                .filter(mail -> mail.subject().contains(incident.number().value() + " "))
                .filter(mail -> !mail.subject().contains("crisis meeting"))
                .toList();
    }

    private List<String> recipientsOf(WorkItem incident) {
        return mailsAbout(incident).stream().flatMap(mail -> mail.to().stream()).toList();
    }

    private long responseMails(WorkItem incident) {
        return escalations.of(incident.number()).stream()
                .filter(e -> e.metric() == Metric.RESPONSE)
                .mapToLong(e -> e.notices().size())
                .sum();
    }
}
