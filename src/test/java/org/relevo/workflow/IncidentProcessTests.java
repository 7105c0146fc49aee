package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.incident.CaseCourse;
import org.relevo.incident.Closure;
import org.relevo.incident.Incidents;
import org.relevo.incident.MajorIncidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.incident.crisis.Meeting;
import org.relevo.incident.crisis.Meetings;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.support.Courses;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the processes of an incident, on the real engine. */
@IntegrationTest
class IncidentProcessTests {

    private static final Actor ENGINEER =
            new Actor("engineer", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));

    private static final Actor BOSS = new Actor("boss", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER), Set.of());

    @Autowired
    Incidents incidents;

    @Autowired
    WorkItems workItems;

    @Autowired
    MajorIncidents major;

    @Autowired
    Closure closure;

    @Autowired
    HistoryService history;

    @Autowired
    Inbox inbox;

    @Autowired
    Diagrams diagrams;

    @Autowired
    DueWork dueWork;

    @Autowired
    CaseCourse course;

    @Autowired
    Meetings meetings;

    @Autowired
    SettableClock clock;

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("p1-incident");
        courses.everyEndAndBoundaryEventOf("incident");
    }

    @Test
    void aP1IsWorkedOffTaskByTaskUntilItsResolutionIsRecorded() {
        var incident = raise(Rating.HIGH);
        assertThat(open(incident)).containsExactly("acknowledgeIncident");
        complete(incident, "acknowledgeIncident", Map.of());
        assertThat(state(incident)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(open(incident)).containsExactlyInAnyOrder("findRootCause", "restoreService", "holdCrisisMeeting");
        complete(incident, "restoreService", Map.of("workaroundText", "Standby broker", "permanent", "false"));
        complete(incident, "holdCrisisMeeting", Map.of("findings", "Broker is down", "anotherMeeting", "true"));
        complete(incident, "holdCrisisMeeting", Map.of("findings", "Standby runs", "anotherMeeting", "false"));
        assertThat(open(incident)).containsExactly("findRootCause");
        complete(incident, "findRootCause", Map.of("rootCause", "Certificate expired", "certainty", "proven"));
        complete(incident, "confirmRestoration", Map.of("summary", "Both lines run"));
        assertThat(state(incident)).isEqualTo(State.RESOLVED);
        assertThat(open(incident)).isEmpty();
        assertThat(diagrams.of(incident.number()).orElseThrow()).satisfies(diagram -> {
            assertThat(diagram.active()).containsExactly("waitForConfirmation");
            assertThat(diagram.completed()).contains("findRootCause", "meetingsOver", "resolutionRecorded");
        });
        closure.confirm(incident.number(), BOSS);
        assertThat(diagrams.of(incident.number()).orElseThrow()).satisfies(diagram -> {
            assertThat(diagram.active()).isEmpty();
            assertThat(diagram.completed())
                    .contains("waitForConfirmation", "closedAsConfirmed")
                    .doesNotContain("closedUnopposed");
        });
    }

    @Test
    void aMeetingThatEndsInTheCrisisRoomWithATimeForTheNextOneIsFollowedByAnother() {
        var incident = raise(Rating.HIGH);
        complete(incident, "acknowledgeIncident", Map.of());
        var first = task(incident, "holdCrisisMeeting").id();
        var next = clock.instant().plus(Duration.ofHours(2));
        end(incident, next);
        assertThat(task(incident, "holdCrisisMeeting").id()).isNotEqualTo(first);
        assertThat(meetings.of(incident.number()))
                .filteredOn(Meeting::ahead)
                .extracting(Meeting::startsAt)
                .containsExactly(next);
        assertThat(diagrams.of(incident.number()).orElseThrow().taken()).contains("endedToAnother", "anotherToCall");
        end(incident, null);
        assertThat(open(incident)).doesNotContain("holdCrisisMeeting");
        assertThat(meetings.of(incident.number())).hasSize(2).noneMatch(Meeting::ahead);
        assertThat(history(incident)).contains("meetingsOver");
    }

    private void end(WorkItem incident, @Nullable Instant next) {
        var ahead = meetings.of(incident.number()).stream()
                .filter(Meeting::ahead)
                .findFirst()
                .orElseThrow();
        meetings.end(incident.number(), ahead.id(), next, ENGINEER, Locale.ENGLISH);
    }

    @Test
    void acknowledgedElsewhereTheTaskIsWithdrawnAndTheWorkBegins() {
        var incident = raise(Rating.HIGH);
        incidents.acknowledge(incident.number(), Actor.system("test"), "by mail");
        assertThat(open(incident)).containsExactlyInAnyOrder("findRootCause", "restoreService", "holdCrisisMeeting");
        assertThat(inbox.of(incident.number()))
                .filteredOn(task -> task.key().equals("acknowledgeIncident"))
                .singleElement()
                .satisfies(task -> assertThat(task.outcome()).isEqualTo("WITHDRAWN"));
        assertThat(diagrams.of(incident.number()).orElseThrow().active()).contains("findRootCause", "restoreService");
    }

    @Test
    void aBreachedResponseAsksTheServiceManagerToTakeCharge() {
        var incident = raise(Rating.HIGH);
        dueWork.after(Duration.ofMinutes(15));
        assertThat(open(incident)).containsExactlyInAnyOrder("acknowledgeIncident", "takeCharge");
        var manager = new Actor("boss", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER), Set.of());
        var task = task(incident, "takeCharge");
        inbox.claim(task.id(), manager);
        inbox.complete(task.id(), manager, Map.of("measureNote", "Called the plant"));
        assertThat(open(incident)).containsExactly("acknowledgeIncident");
        assertThat(diagrams.of(incident.number()).orElseThrow().completed()).contains("managementInCharge");
    }

    @Test
    void resolvedOnItsPageItWaitsForConfirmationAndEveryTaskIsWithdrawn() {
        var incident = raise(Rating.HIGH);
        incidents.acknowledge(incident.number(), Actor.system("test"), "on the page");
        incidents.resolve(incident.number(), ENGINEER, "Restarted");
        assertThat(open(incident)).isEmpty();
        assertThat(active(incident)).containsExactly("waitForConfirmation");
        assertThat(diagrams.of(incident.number()).orElseThrow().taken()).contains("resolvedToResolutions");
    }

    @Test
    void resolvedBeforeAnybodyAcknowledgedItTheTasksOfItsManagersAreWithdrawnToo() {
        var incident = raise(Rating.HIGH);
        dueWork.after(Duration.ofMinutes(15));
        assertThat(open(incident)).contains("takeCharge");
        incidents.resolve(incident.number(), ENGINEER, "False alarm");
        assertThat(open(incident)).isEmpty();
        assertThat(active(incident)).containsExactly("waitForConfirmation");
    }

    @Test
    void withoutAnObjectionTheProcessEndsWithTheQuietTime() {
        var incidents = List.of(raise(Rating.HIGH), raise(Rating.LOW));
        incidents.forEach(incident -> this.incidents.resolve(incident.number(), ENGINEER, "Restarted"));
        var until = incidents.stream()
                .map(incident -> closure.of(incident.number()).orElseThrow().quietUntil())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        dueWork.after(Duration.between(clock.instant(), until));
        for (var incident : incidents) {
            assertThat(state(incident)).isEqualTo(State.CLOSED);
            assertThat(active(incident)).isEmpty();
            assertThat(history(incident)).contains("closedUnopposed").doesNotContain("closedAsConfirmed");
        }
    }

    @Test
    void anIncidentOfLowerPriorityIsAcknowledgedAndResolved() {
        var incident = raise(Rating.LOW);
        complete(incident, "acknowledgeIncident", Map.of());
        complete(incident, "resolveIncident", Map.of("summary", "New toner"));
        assertThat(state(incident)).isEqualTo(State.RESOLVED);
        assertThat(diagrams.of(incident.number()).orElseThrow().completed()).contains("resolutionRecorded");
    }

    @Test
    void anIncidentOfLowerPriorityGoesOnWhenItIsAcknowledgedElsewhere() {
        var incident = raise(Rating.LOW);
        incidents.acknowledge(incident.number(), Actor.system("test"), "by mail");
        assertThat(open(incident)).containsExactly("resolveIncident");
        incidents.resolve(incident.number(), ENGINEER, "Went away");
        assertThat(active(incident)).containsExactly("waitForConfirmation");
    }

    @Test
    void aResolvedIncidentIsNotResolvedAgain() {
        var incident = raise(Rating.LOW);
        incidents.resolve(incident.number(), ENGINEER, "Done");
        assertThatThrownBy(() -> incidents.resolve(incident.number(), ENGINEER, "Done again"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining(incident.number().value());
    }

    @Test
    void resolvedWhileACrisisMeetingIsHeldItIsWithdrawn() {
        var incident = raise(Rating.HIGH);
        complete(incident, "acknowledgeIncident", Map.of());
        complete(incident, "restoreService", Map.of("workaroundText", "Standby broker", "permanent", "false"));
        complete(incident, "findRootCause", Map.of("rootCause", "Certificate expired", "certainty", "proven"));
        complete(incident, "confirmRestoration", Map.of("summary", "Both lines run"));
        assertThat(open(incident)).isEmpty();
        assertThat(diagrams.of(incident.number()).orElseThrow()).satisfies(diagram -> {
            assertThat(diagram.active()).containsExactly("waitForConfirmation");
            assertThat(diagram.completed()).contains("resolutionRecorded").doesNotContain("holdCrisisMeeting");
        });
    }

    @Test
    void promotedItGoesOnAsAP1WithWhoeverWorksOnIt() {
        var incident = raise(Rating.MEDIUM);
        complete(incident, "acknowledgeIncident", Map.of());
        inbox.claim(task(incident, "resolveIncident").id(), ENGINEER);
        major.give(incident.number(), Priority.P1, "Both lines stand now", BOSS);
        assertThat(open(incident)).containsExactlyInAnyOrder("findRootCause", "restoreService", "holdCrisisMeeting");
        assertThat(task(incident, "restoreService").assignee()).isEqualTo("engineer");
        assertThat(diagrams.of(incident.number()).orElseThrow().active()).contains("restoreService");
        major.give(incident.number(), Priority.P3, "One line runs", BOSS);
        assertThat(open(incident)).containsExactly("resolveIncident");
        assertThat(task(incident, "resolveIncident").assignee()).isEqualTo("engineer");
        complete(incident, "resolveIncident", Map.of("summary", "Both run"));
        assertThat(state(incident)).isEqualTo(State.RESOLVED);
    }

    @Test
    void promotedBeforeAnybodyAcknowledgedItWaitsForThat() {
        var incident = raise(Rating.MEDIUM);
        inbox.claim(task(incident, "acknowledgeIncident").id(), ENGINEER);
        major.give(incident.number(), Priority.P1, "Both lines stand now", BOSS);
        assertThat(open(incident)).containsExactly("acknowledgeIncident");
        assertThat(task(incident, "acknowledgeIncident").assignee()).isEqualTo("engineer");
        assertThat(history(incident)).contains("goesOnAsP1Incident");
        major.give(incident.number(), Priority.P2, "It was one screen", BOSS);
        assertThat(history(incident)).contains("goesOnAsIncident");
        assertThat(open(incident)).containsExactly("acknowledgeIncident");
    }

    @Test
    void reopenedTheSameProcessGoesBackIntoWorkAndToTheEnd() {
        for (var rating : List.of(Rating.HIGH, Rating.LOW)) {
            var incident = raise(rating);
            incidents.acknowledge(incident.number(), Actor.system("test"), "by mail");
            clock.advance(Duration.ofMinutes(30));
            incidents.resolve(incident.number(), ENGINEER, "Restarted");
            clock.advance(Duration.ofMinutes(20));
            closure.reopen(incident.number(), true, "Stands again", ENGINEER);
            assertThat(state(incident)).isEqualTo(State.ACKNOWLEDGED);
            var task = rating == Rating.HIGH ? "restoreService" : "resolveIncident";
            assertThat(open(incident)).contains(task);
            assertThat(diagrams.of(incident.number()).orElseThrow()).satisfies(diagram -> {
                assertThat(diagram.active()).contains(task).doesNotContain("waitForConfirmation");
                assertThat(diagram.taken()).contains("reopenedToWork", "beforeToMeet");
                assertThat(diagram.completed()).doesNotContain("recordAcknowledgement");
            });
            assertThat(instances(incident)).isEqualTo(1);
            incidents.resolve(incident.number(), ENGINEER, "Replaced");
            clock.advance(Duration.ofMinutes(5));
            closure.confirm(incident.number(), BOSS);
            assertThat(active(incident)).isEmpty();
            assertThat(course.steps(incident.number()))
                    .filteredOn(step -> step.element().equals("waitForConfirmation"))
                    .extracting(step -> step.spent(clock.instant()))
                    .containsExactly(Duration.ofMinutes(20), Duration.ofMinutes(5));
        }
    }

    @Test
    void reopenedAfterItWasClosedTheWorkBeginsAtOnceInAProcessOfItsOwn() {
        for (var rating : List.of(Rating.HIGH, Rating.LOW)) {
            var incident = raise(rating);
            incidents.resolve(incident.number(), ENGINEER, "Restarted");
            closure.confirm(incident.number(), BOSS);
            closure.reopen(incident.number(), true, "Stands again", ENGINEER);
            assertThat(open(incident)).contains(rating == Rating.HIGH ? "restoreService" : "resolveIncident");
            assertThat(diagrams.of(incident.number()).orElseThrow().completed())
                    .contains("acknowledgedBefore")
                    .doesNotContain("acknowledgeIncident");
            assertThat(instances(incident)).isEqualTo(2);
            assertThat(history(incident)).contains("closedAsConfirmed");
        }
    }

    private Set<String> active(WorkItem incident) {
        return diagrams.of(incident.number()).orElseThrow().active();
    }

    private long instances(WorkItem incident) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(incident.number().value())
                .processDefinitionKeyIn(List.of("incident", "p1-incident"))
                .count();
    }

    private List<String> history(WorkItem incident) {
        return history.createHistoricActivityInstanceQuery().activityType("endEvent").list().stream()
                .filter(step -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(step.getProcessInstanceId())
                                .processInstanceBusinessKey(incident.number().value())
                                .count()
                        == 1)
                .map(step -> step.getActivityId())
                .toList();
    }

    private WorkItem raise(Rating rating) {
        return incidents.raise(
                new RaiseIncident("Paint shop stands still", "", rating, rating, "paint-shop-mes", "by hand"),
                Actor.system("test"));
    }

    private void complete(WorkItem incident, String key, Map<String, String> values) {
        var task = task(incident, key);
        inbox.claim(task.id(), ENGINEER);
        inbox.complete(task.id(), ENGINEER, values);
    }

    private InboxItem task(WorkItem incident, String key) {
        return inbox.of(incident.number()).stream()
                .filter(task -> task.key().equals(key) && task.endedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(WorkItem incident) {
        return inbox.of(incident.number()).stream()
                .filter(task -> task.endedAt() == null)
                .map(InboxItem::key)
                .toList();
    }

    private State state(WorkItem incident) {
        return workItems.find(incident.number()).orElseThrow().state();
    }
}
