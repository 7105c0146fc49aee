package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalations;
import org.relevo.intake.Alert;
import org.relevo.intake.Alerts;
import org.relevo.intake.Delivery;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DuplicatesTests {

    @Autowired
    Duplicates duplicates;

    @Autowired
    Incidents incidents;

    @Autowired
    Closure closure;

    @Autowired
    WorkItems workItems;

    @Autowired
    Timeline timeline;

    @Autowired
    Commitments commitments;

    @Autowired
    Escalations escalations;

    @Autowired
    Alerts alerts;

    @Autowired
    Actors actors;

    @Autowired
    Cases cases;

    @Autowired
    DueWork due;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    private Actor jonas;
    private WorkItemNumber parent;
    private WorkItemNumber child;

    @BeforeEach
    void twoIncidentsOfOneThing() {
        jonas = actors.of("jonas.weber").orElseThrow();
        parent = cases.raise(Priority.P1).number();
        child = cases.raise(Priority.P1).number();
    }

    @Test
    void aChildsClocksStandStillAndNobodyIsToldOfItAnyMore() {
        mark();
        assertThat(commitments.of(child))
                .isNotEmpty()
                .allSatisfy(
                        c -> assertThat(c.hold(clock.instant()).orElseThrow().because())
                                .isEqualTo("follows " + parent));
        assertThat(escalations.of(child))
                .allSatisfy(e -> assertThat(e.endedAt()).isNotNull());
        due.now();
        var told = cases.mails(child).size();
        due.after(Duration.ofMinutes(40));
        assertThat(cases.mails(child)).hasSize(told);
        assertThat(cases.mails(parent)).hasSizeGreaterThan(told);
        assertThat(events(child, "DUPLICATE_MARKED")).containsExactly("Marked as a duplicate of " + parent);
        assertThat(events(parent, "DUPLICATE_ADDED")).containsExactly(child + " was marked as its duplicate");
    }

    @Test
    void whatIsUndoneGoesOnWhereItStood() {
        clock.advance(Duration.ofMinutes(5));
        mark();
        clock.advance(Duration.ofMinutes(60));
        duplicates.undo(child, jonas);
        duplicates.undo(child, jonas);
        clock.advance(Duration.ofMinutes(2));
        assertThat(duplicates.parentOf(child)).isEmpty();
        assertThat(response(child).used(clock.instant())).isEqualTo(Duration.ofMinutes(7));
        assertThat(response(child).stateAt(clock.instant())).isEqualTo(Commitment.Status.RUNNING);
        assertThat(events(child, "DUPLICATE_UNDONE")).hasSize(1);
        assertThat(events(parent, "DUPLICATE_UNDONE")).hasSize(1);
        incidents.resolve(parent, jonas, "belt replaced");
        assertThat(state(child)).isEqualTo(State.NEW);
    }

    @Test
    void openChildrenAreResolvedWithTheirParent() {
        mark();
        var resolvedBefore = cases.raise(Priority.P3).number();
        duplicates.mark(resolvedBefore, parent, "the same belt", jonas);
        incidents.resolve(resolvedBefore, jonas, "went away");
        incidents.resolve(parent, jonas, "belt replaced");
        assertThat(state(child)).isEqualTo(State.RESOLVED);
        assertThat(events(child, "RESOLVED")).containsExactly("Resolved: with its parent " + parent);
        assertThat(events(resolvedBefore, "RESOLVED")).containsExactly("Resolved: went away");
        assertThat(events(parent, "DUPLICATE_RESOLVED")).containsExactly(child + " was resolved with it");
        assertThat(commitments.of(child)).noneMatch(Commitment::running);
        assertThat(visitors.signedIn("jonas.weber")
                        .get("/incidents/" + child)
                        .page()
                        .text())
                .contains("It waits for nothing");
    }

    @Test
    void resolvedChildrenAreClosedWithTheirParentAndOneThatIsAtWorkAgainIsNot() {
        var quiet = cases.raise(Priority.P3).number();
        var again = cases.raise(Priority.P3).number();
        mark();
        List.of(quiet, again).forEach(one -> duplicates.mark(one, parent, "the same belt", jonas));
        incidents.resolve(parent, jonas, "belt replaced");
        closure.reopen(again, true, "this line stands still", jonas);
        assertThat(state(child)).isEqualTo(State.RESOLVED);
        closure.confirm(parent, actors.of("marta.ruiz").orElseThrow());
        assertThat(List.of(state(parent), state(child), state(quiet))).containsOnly(State.CLOSED);
        assertThat(state(again).open()).isTrue();
        assertThat(events(quiet, "CLOSED")).containsExactly("Closed: with its parent " + parent);
        assertThat(events(parent, "DUPLICATE_CLOSED"))
                .containsExactlyInAnyOrder(child + " was closed with it", quiet + " was closed with it");
        // its own quiet time ends later and finds nothing to do
        due.after(Duration.ofDays(6));
        assertThat(events(quiet, "CLOSED")).hasSize(1);
    }

    @Test
    void anAlertThatJoinsAChildIsNotedOnItAndWakesNobody() {
        var group = "duplicates " + child;
        var number = alert(group, "one");
        duplicates.mark(number, parent, "the same belt", jonas);
        var told = cases.mails(number).size();
        assertThat(alert(group, "two")).isEqualTo(number);
        assertThat(events(number, "ALERT_FIRING")).hasSize(2);
        due.after(Duration.ofMinutes(40));
        assertThat(cases.mails(number)).hasSize(told);
        assertThat(commitments.of(number))
                .allSatisfy(c -> assertThat(c.stateAt(clock.instant())).isEqualTo(Commitment.Status.HELD));
        incidents.resolve(parent, jonas, "belt replaced");
        assertThat(alert(group, "three")).isNotEqualTo(number);
    }

    @Test
    void thereAreNoChainsAndNoCircles() {
        mark();
        mark();
        assertThat(events(child, "DUPLICATE_MARKED")).hasSize(1);
        var third = cases.raise(Priority.P2).number();
        assertRefused(child, child, "cannot be a duplicate of itself");
        assertRefused(third, child, "%s is itself a duplicate of %s. Give that number.".formatted(child, parent));
        assertRefused(parent, third, "%s has duplicates itself, such as %s.".formatted(parent, child));
        assertRefused(child, third, "%s is already a duplicate of %s. Undo that first.".formatted(child, parent));
        assertRefused(third, new WorkItemNumber("INC-999999"), "There is no incident INC-999999.");
    }

    @Test
    void nothingFollowsWhatIsResolvedAndWhatIsResolvedFollowsNothing() {
        incidents.resolve(parent, jonas, "belt replaced");
        assertRefused(child, parent, "%s is resolved, so nothing can follow it.".formatted(parent));
        assertRefused(parent, child, "%s is resolved and can no longer be marked".formatted(parent));
    }

    @Test
    void whoMarksTwoAsOneAnothersDuplicatesAtOnceGetsOnlyOne() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(() -> marked(child, parent), () -> marked(parent, child));
            var marked = 0;
            for (var one : threads.invokeAll(both)) {
                marked += one.get() ? 1 : 0;
            }
            assertThat(marked).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aViewerMayNot() {
        var clara = actors.of("clara.brandt").orElseThrow();
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> duplicates.mark(child, parent, "the same belt", clara));
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> duplicates.undo(child, clara));
    }

    @Test
    void theFormFindsTheOtherOneKeepsWhatWasTypedAndBothPagesLinkEachOther() {
        var visitor = visitors.signedIn("jonas.weber");
        var form = "/incidents/" + child + "/duplicate-of";
        assertThat(visitor.get(form + "?q=" + parent).page().select(".rows li").eachText())
                .singleElement()
                .asString()
                .contains(parent.value());
        var refused = visitor.submit(form, Map.of("parent", child.value(), "because", "the same <b>belt</b>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#parent + .problem").text()).contains("duplicate of itself");
        assertThat(refused.page().select("#because").val()).isEqualTo("the same <b>belt</b>");
        var nonsense = visitor.submit(form, Map.of("parent", "the other", "because", "x"));
        assertThat(nonsense.page().select("#parent + .problem").text()).contains("such as INC-2041");
        var digits = parent.value().substring("INC-".length());
        assertThat(visitor.submit(form, Map.of("parent", digits, "because", "same belt"))
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get("/incidents/" + child).page().select(".notice a").eachAttr("href"))
                .contains("/incidents/" + parent);
        assertThat(visitor.get("/incidents/" + parent)
                        .page()
                        .select("#duplicates a")
                        .eachAttr("href"))
                .contains("/incidents/" + child);
        assertThat(visitor.submit(form + "/undo", Map.of()).status()).isEqualTo(302);
        assertThat(visitor.get("/incidents/" + child)
                        .page()
                        .select("#duplicates")
                        .text())
                .contains("No other incident follows it.");
    }

    @Test
    void programsMarkAndUndoToo() {
        var machine = visitors.machine();
        var address = "/api/v1/incidents/%s/duplicate-of".formatted(child);
        var marked = machine.postJson(address, "{\"parent\": \"%s\", \"because\": \"same belt\"}".formatted(parent));
        assertThat(marked.json().get("duplicateOf").asString()).isEqualTo(parent.value());
        var above = machine.get("/api/v1/incidents/%s/duplicate-of".formatted(parent))
                .json();
        assertThat(above.get("duplicates").get(0).asString()).isEqualTo(child.value());
        assertThat(machine.delete(address).json().get("duplicateOf").isNull()).isTrue();
        assertThat(machine.postJson(address, "{\"parent\": \"%s\", \"because\": \"x\"}".formatted(child))
                        .status())
                .isEqualTo(400);
    }

    private void mark() {
        duplicates.mark(child, parent, "the same belt", jonas);
        assertThat(duplicates.childrenOf(parent)).extracting(WorkItemLink::from).containsExactly(child);
    }

    private boolean marked(WorkItemNumber one, WorkItemNumber other) {
        try {
            duplicates.mark(one, other, "the same belt", jonas);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private void assertRefused(WorkItemNumber one, WorkItemNumber other, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> duplicates.mark(one, other, "the same belt", jonas))
                .withMessageContaining(why);
    }

    private WorkItemNumber alert(String group, String fingerprint) {
        var alert = new Alert(
                "test",
                group,
                group + fingerprint,
                clock.instant(),
                null,
                Alert.Status.FIRING,
                Map.of("alertname", "BeltStands", "severity", "critical", "service", "paint-shop-mes"),
                Map.of());
        var receipt = alerts.receive(new Delivery("test", group, List.of(alert), 0));
        return new WorkItemNumber(receipt.incidents().get(0));
    }

    private State state(WorkItemNumber number) {
        return workItems.find(number).orElseThrow().state();
    }

    private Commitment response(WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(c -> c.metric() == Metric.RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(WorkItemNumber number, String kind) {
        return timeline.of(number).stream()
                .filter(event -> event.kind().equals(kind))
                .map(TimelineEvent::text)
                .toList();
    }
}
