package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.handover.Criteria;
import org.relevo.handover.Criterion;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.handover.earlylife.EarlyLives;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.rules.GateVerdict.Verdict;
import org.relevo.rules.Need;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.Courses;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the process of a handover, on the real engine. */
@IntegrationTest
class HandoverProcessTests {

    private static final Actor MANAGER = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor OPERATIONS = person("marta.ruiz", Role.SERVICE_MANAGER);
    private static final Actor ENGINEER = person("jonas.weber", Role.AGENT);
    private static final Actor ADMIN = person("admin", Role.ADMIN);

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Handovers handovers;

    @Autowired
    Criteria criteria;

    @Autowired
    Inbox inbox;

    @Autowired
    Diagrams diagrams;

    @Autowired
    WorkItems workItems;

    @Autowired
    EarlyLives lives;

    @Autowired
    SettableClock clock;

    private String project = "";
    private String service = "";

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    @BeforeEach
    void begin() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        project = "p" + key;
        service = "s" + key;
        projects.create(
                new ProjectForm(project, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20).toString()),
                MANAGER);
        catalogue.create(
                ADMIN, new ServiceForm(service, "Kiln control " + key, "", "silver", "ops", "marta.ruiz", "", "", ""));
    }

    private LocalDate day(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(from);
    }

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("operations-handover");
    }

    @Test
    void fromTheRequestToOperationsByEvidence() {
        var handover = prepared();
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.PREPARING);
        assertThat(handovers.criteria(handover)).allMatch(one -> one.dueOn() != null && one.owner() != null);
        assertThat(open(handover)).contains("showEvidence").doesNotContain("acceptService");
        waiveWhatMustBe(handover);
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.READY);
        assertThat(open(handover)).containsExactly("acceptService");
        assertThat(task(handover, "acceptService").assignee()).isEqualTo("marta.ruiz");
        complete(handover, "acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "All is shown"));
        assertThat(open(handover)).containsExactly("goLive");
        complete(handover, "goLive", MANAGER, Map.of("verdict", "live", "reason", "Since this morning"));
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.EARLY_LIFE);
        assertThat(open(handover)).containsExactly("acceptFinally");
        assertThatThrownBy(() -> complete(
                        handover, "acceptFinally", OPERATIONS, Map.of("verdict", "accept", "reason", "It runs")))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("cannot leave early life support yet")
                .hasMessageContaining("20 days of its period are left");
        assertThat(open(handover)).containsExactly("acceptFinally");
        earlyLifeHolds(handover, 21);
        complete(handover, "acceptFinally", OPERATIONS, Map.of("verdict", "accept", "reason", "It runs"));
        assertThat(open(handover)).isEmpty();
        assertThat(completed(handover)).contains("operational");
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.OPERATIONAL);
        assertThat(workItems.find(handover).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(handovers.signatures(handover))
                .extracting(one -> one.gate() + " " + one.verdict() + " " + one.by())
                .containsExactly(
                        "READINESS ACCEPTED marta.ruiz", "GO_LIVE ACCEPTED ines.castro", "FINAL ACCEPTED marta.ruiz");
    }

    @Test
    void whatEvidenceShowsEndsItsTaskAndIsMet() {
        var handover = prepared();
        var security = criterion(handover, "security");
        var task = inbox.of(handover).stream()
                .filter(one -> one.name().equals("Show: " + security.title()))
                .findFirst()
                .orElseThrow();
        inbox.complete(task.id(), MANAGER, Map.of("evidence", "Reviewed, two findings closed", "evidenceLink", ""));
        assertThat(criterion(handover, "security").met()).isTrue();
        assertThat(criterion(handover, "security").metRule())
                .isEqualTo("A criterion that no figure can show is met when somebody confirms it with evidence");
        // shown on its page, a task ends by itself
        var restore = criterion(handover, "restore");
        criteria.show(restore.id(), Map.of("text", "Restored in 40 minutes"), MANAGER);
        assertThat(inbox.of(handover))
                .filteredOn(one -> one.name().equals("Show: " + restore.title()))
                .allMatch(one -> one.endedAt() != null);
    }

    @Test
    void whatIsNoLongerMetShutsTheGateAndItsTask() {
        var handover = prepared();
        waiveWhatMustBe(handover);
        var waived = handovers.criteria(handover).stream()
                .filter(one -> one.waiver() != null)
                .findFirst()
                .orElseThrow();
        criteria.endWaiver(waived.id(), OPERATIONS);
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.PREPARING);
        assertThat(open(handover)).containsExactly("closeGaps");
        assertThat(completed(handover)).contains("shutBeforeAcceptance");
        waive(waived);
        assertThat(open(handover)).containsExactly("acceptService");
        assertThat(completed(handover)).contains("openedLater");
        complete(handover, "acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "All is shown"));
        criteria.endWaiver(waived.id(), OPERATIONS);
        assertThat(open(handover)).containsExactly("closeGaps");
        assertThat(completed(handover)).contains("shutBeforeLive");
        complete(handover, "closeGaps", MANAGER, Map.of());
        assertThat(open(handover)).as("offered in vain").containsExactly("closeGaps");
    }

    @Test
    void aWaiverThatExpiresShutsTheGate() {
        var handover = prepared();
        waiveWhatMustBe(handover);
        clock.advance(java.time.Duration.ofDays(31));
        try {
            handovers.look(handover);
            assertThat(handovers.get(handover).gate().verdict()).isEqualTo(Verdict.NO_GO);
            assertThat(open(handover)).containsExactly("closeGaps");
        } finally {
            clock.advance(java.time.Duration.ofDays(-31));
        }
    }

    @Test
    void nobodyPassesAGateThatIsShut() {
        var handover = prepared();
        for (var who : List.of(MANAGER, OPERATIONS, ENGINEER, ADMIN)) {
            assertThatThrownBy(() -> handovers.accept(handover, "Now", who)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> handovers.goLive(handover, "Now", who)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> handovers.finish(handover, "Now", who)).isInstanceOf(Refusal.class);
        }
        waiveWhatMustBe(handover);
        assertThatThrownBy(() -> handovers.accept(handover, "Now", MANAGER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> handovers.accept(handover, "Now", ENGINEER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> criteria.waive(
                        criterion(handover, "security").id(),
                        Map.of("reason", "Later", "owner", "ines.castro", "expiresOn", day(9).toString()),
                        MANAGER))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void refusedItIsOfferedAgain() {
        var handover = prepared();
        waiveWhatMustBe(handover);
        complete(
                handover, "acceptService", OPERATIONS, Map.of("verdict", "refuse", "reason", "The runbook is a draft"));
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.PREPARING);
        assertThat(open(handover)).containsExactly("closeGaps");
        complete(handover, "closeGaps", MANAGER, Map.of());
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.READY);
        assertThat(open(handover)).containsExactly("acceptService");
    }

    @Test
    void rolledBackAtAnyGateItEnds() {
        var first = prepared();
        waiveWhatMustBe(first);
        complete(first, "acceptService", OPERATIONS, Map.of("verdict", "rollBack", "reason", "Not now"));
        assertThat(completed(first)).contains("rolledBackByPeople");
        var second = prepared();
        waiveWhatMustBe(second);
        complete(second, "acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "Good"));
        complete(second, "goLive", MANAGER, Map.of("verdict", "rollBack", "reason", "It does not start"));
        assertThat(open(second)).isEmpty();
        var third = prepared();
        handovers.rollBack(third, "The project ends", MANAGER);
        assertThat(open(third)).isEmpty();
        assertThat(completed(third)).contains("endedOnPage");
        assertThat(handovers.get(third).status()).isEqualTo(HandoverStatus.ROLLED_BACK);
        assertThatThrownBy(() -> handovers.rollBack(third, "Again", MANAGER)).isInstanceOf(Refusal.Conflict.class);
        var fourth = prepared();
        waiveWhatMustBe(fourth);
        complete(fourth, "acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "Good"));
        complete(fourth, "goLive", MANAGER, Map.of("verdict", "live", "reason", "It runs"));
        complete(fourth, "acceptFinally", OPERATIONS, Map.of("verdict", "rollBack", "reason", "It does not run"));
        assertThat(handovers.get(fourth).status()).isEqualTo(HandoverStatus.ROLLED_BACK);
        assertThat(handovers.signatures(fourth))
                .last()
                .satisfies(one -> assertThat(one.gate()).isEqualTo("FINAL"));
    }

    private WorkItemNumber prepared() {
        var handover = handovers
                .request(
                        project,
                        Map.of("service", service, "scope", "The control of the kiln, without its sensors"),
                        MANAGER)
                .number();
        assertThat(open(handover)).containsExactly("planHandover");
        complete(handover, "planHandover", MANAGER, Map.of("goLiveOn", day(40).toString(), "earlyLifeDays", "20"));
        return handover;
    }

    /** Somebody asks the users every five days, and nothing happens. */
    private void earlyLifeHolds(WorkItemNumber handover, int days) {
        for (var day = 0; day < days; day++) {
            if (day % 5 == 0) {
                lives.say(handover, Map.of("workable", "true", "text", "Asked the shift on day " + day), OPERATIONS);
            }
            clock.advance(Duration.ofDays(1));
        }
    }

    private void waiveWhatMustBe(WorkItemNumber handover) {
        handovers.criteria(handover).stream()
                .filter(one -> one.need() == Need.MUST && one.missing())
                .forEach(this::waive);
    }

    private void waive(Criterion criterion) {
        criteria.waive(
                criterion.id(),
                Map.of("reason", "Shown next month", "owner", "ines.castro", "expiresOn", day(30).toString()),
                OPERATIONS);
    }

    private Criterion criterion(WorkItemNumber handover, String key) {
        return handovers.criteria(handover).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(WorkItemNumber handover) {
        return inbox.of(handover).stream()
                .filter(one -> one.endedAt() == null)
                .map(InboxItem::key)
                .distinct()
                .toList();
    }

    private InboxItem task(WorkItemNumber handover, String key) {
        return inbox.of(handover).stream()
                .filter(one -> one.endedAt() == null && one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void complete(WorkItemNumber handover, String key, Actor by, Map<String, String> values) {
        inbox.complete(task(handover, key).id(), by, values);
    }

    private Set<String> completed(WorkItemNumber handover) {
        return diagrams.of(handover).orElseThrow().completed();
    }
}
