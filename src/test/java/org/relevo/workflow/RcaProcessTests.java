package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rca.Actions;
import org.relevo.rca.Rca;
import org.relevo.rca.RcaStatus;
import org.relevo.rca.RcaWriting;
import org.relevo.rca.Rcas;
import org.relevo.support.Analyses;
import org.relevo.support.Courses;
import org.relevo.support.IntegrationTest;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the process of a root-cause analysis, on the real engine. */
@IntegrationTest
class RcaProcessTests {

    private static final Actor AUTHOR =
            new Actor("jonas.weber", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));
    private static final Actor MANAGER =
            new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER, Role.AGENT), Set.of("mes-support"));

    @Autowired
    Analyses analyses;

    @Autowired
    Rcas rcas;

    @Autowired
    RcaWriting writing;

    @Autowired
    Actions actions;

    @Autowired
    WorkItems workItems;

    @Autowired
    Inbox inbox;

    @Autowired
    Diagrams diagrams;

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("rca");
    }

    @Test
    void anAnalysisWithoutActionsEndsWhenManagementHasIt() {
        var rca = analyses.demanded();
        assertThat(open(rca)).containsExactly("writeRca");
        analyses.write(rca, AUTHOR);
        complete(rca, "writeRca", AUTHOR, Map.of());
        assertThat(open(rca)).containsExactly("reviewRca");
        complete(rca, "reviewRca", MANAGER, Map.of("verdict", "approve"));
        assertThat(open(rca)).isEmpty();
        assertThat(status(rca)).isEqualTo(RcaStatus.PROVEN);
        assertThat(state(rca)).isEqualTo(State.CLOSED);
        assertThat(completed(rca)).contains("distributeRca", "rcaDelivered");
    }

    @Test
    void sentToReviewOnItsPageTheTaskOfWritingIsWithdrawn() {
        var rca = analyses.demanded();
        analyses.write(rca, AUTHOR);
        rcas.submit(rca, AUTHOR);
        assertThat(open(rca)).containsExactly("reviewRca");
        assertThat(completed(rca)).contains("submittedOnPage").doesNotContain("submitRca");
    }

    @Test
    void aReviewerReturnsItInTheInboxWithAReason() {
        var rca = inReview();
        var task = claim(rca, "reviewRca", MANAGER);
        assertThatThrownBy(() -> inbox.complete(task, MANAGER, Map.of("verdict", "return")))
                .isInstanceOf(Refusal.Invalid.class);
        inbox.complete(task, MANAGER, Map.of("verdict", "return", "reason", "Which certificate?"));
        assertThat(open(rca)).containsExactly("writeRca");
        assertThat(status(rca)).isEqualTo(RcaStatus.DRAFTING);
    }

    @Test
    void returnedOnItsPageItIsWrittenAgain() {
        var rca = inReview();
        rcas.giveBack(rca, "Which certificate?", MANAGER);
        assertThat(open(rca)).containsExactly("writeRca");
        assertThat(completed(rca)).contains("returnedOnPage");
    }

    @Test
    void approvedOnItsPageItGoesToManagement() {
        var rca = inReview();
        rcas.approve(rca, MANAGER);
        assertThat(open(rca)).isEmpty();
        assertThat(completed(rca)).contains("approvedOnPage", "rcaDelivered");
    }

    @Test
    void itsAuthorCannotApproveItInTheInboxEither() {
        var rca = analyses.demanded();
        analyses.write(rca, MANAGER);
        rcas.submit(rca, MANAGER);
        var task = claim(rca, "reviewRca", MANAGER);
        assertThatThrownBy(() -> inbox.complete(task, MANAGER, Map.of("verdict", "approve")))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Somebody else");
        assertThat(status(rca)).isEqualTo(RcaStatus.REVIEW);
        assertThat(open(rca)).containsExactly("reviewRca");
    }

    @Test
    void itIsClosedWhenEveryActionStayedWithoutARepeat() {
        var rca = deliveredWithAction();
        var action =
                actions.find(new Actions.Filter(true, null, rca.value()), 0, 10).get(0);
        actions.done(action.number(), "Renewed", MANAGER);
        analyses.quietFor(Duration.ofDays(30), rca);
        assertThat(status(rca)).isEqualTo(RcaStatus.DELIVERED);
        analyses.quietFor(Duration.ofDays(30).plusMillis(1), rca);
        assertThat(status(rca)).isEqualTo(RcaStatus.PROVEN);
        assertThat(completed(rca)).contains("cureProven", "rcaClosed");
        assertThat(state(action.number())).isEqualTo(State.CLOSED);
    }

    @Test
    void aRepeatReopensIt() {
        var signature = "CertificateExpired" + System.nanoTime();
        var rca = deliveredWithAction(signature);
        actions.find(new Actions.Filter(true, null, rca.value()), 0, 10)
                .forEach(action -> actions.done(action.number(), "Renewed", MANAGER));
        analyses.alert(signature, "second");
        assertThat(status(rca)).isEqualTo(RcaStatus.DRAFTING);
        assertThat(state(rca)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(open(rca)).containsExactly("writeRca");
        assertThat(completed(rca)).contains("rcaReopened");
    }

    @Test
    void twoPeopleAgreeInTheInboxToLeaveItOut() {
        var rca = analyses.demanded();
        rcas.askToSkip(rca, "A drill", AUTHOR);
        assertThat(open(rca)).containsExactlyInAnyOrder("writeRca", "agreeToSkip");
        complete(rca, "agreeToSkip", MANAGER, Map.of("skipAnswer", "agree"));
        assertThat(open(rca)).isEmpty();
        assertThat(status(rca)).isEqualTo(RcaStatus.SKIPPED);
        assertThat(completed(rca)).contains("rcaSkipped");
    }

    @Test
    void agreedOnItsPageEveryTaskIsWithdrawn() {
        var rca = analyses.demanded();
        rcas.askToSkip(rca, "A drill", AUTHOR);
        rcas.agreeToSkip(rca, MANAGER);
        assertThat(open(rca)).isEmpty();
        assertThat(completed(rca)).contains("rcaSkipped");
    }

    @Test
    void refusedInTheInboxItIsStillToBeWritten() {
        var rca = analyses.demanded();
        rcas.askToSkip(rca, "Too much work", AUTHOR);
        complete(rca, "agreeToSkip", MANAGER, Map.of("skipAnswer", "refuse", "skipReason", "It cost a shift"));
        assertThat(open(rca)).containsExactly("writeRca");
        assertThat(completed(rca)).contains("skipAnswered");
        assertThat(rcas.get(rca).skipAsked()).isFalse();
    }

    @Test
    void refusedOnItsPageItIsStillToBeWrittenAndCanBeAskedForAgain() {
        var rca = analyses.demanded();
        rcas.askToSkip(rca, "Too much work", AUTHOR);
        rcas.refuseToSkip(rca, "It cost a shift", MANAGER);
        assertThat(open(rca)).containsExactly("writeRca");
        assertThat(completed(rca)).contains("skipRefused");
        rcas.askToSkip(rca, "The supplier writes it", AUTHOR);
        assertThat(open(rca)).containsExactlyInAnyOrder("writeRca", "agreeToSkip");
    }

    private WorkItemNumber inReview() {
        var rca = analyses.demanded();
        analyses.write(rca, AUTHOR);
        rcas.submit(rca, AUTHOR);
        return rca;
    }

    private WorkItemNumber deliveredWithAction() {
        return deliveredWithAction("MesDown" + System.nanoTime());
    }

    private WorkItemNumber deliveredWithAction(String signature) {
        var rca = analyses.demandedBy(signature);
        analyses.write(rca, AUTHOR);
        actions.plan(rca, new Actions.Plan("Renew it by itself", "lena.hoffmann", 5, null), AUTHOR);
        rcas.submit(rca, AUTHOR);
        rcas.approve(rca, MANAGER);
        return rca;
    }

    private void complete(WorkItemNumber rca, String key, Actor by, Map<String, String> values) {
        inbox.complete(claim(rca, key, by), by, values);
    }

    private String claim(WorkItemNumber rca, String key, Actor by) {
        var task = inbox.of(rca).stream()
                .filter(one -> one.key().equals(key) && one.endedAt() == null)
                .findFirst()
                .orElseThrow();
        return inbox.claim(task.id(), by).id();
    }

    private List<String> open(WorkItemNumber rca) {
        return inbox.of(rca).stream()
                .filter(task -> task.endedAt() == null)
                .map(InboxItem::key)
                .toList();
    }

    private Set<String> completed(WorkItemNumber rca) {
        return diagrams.of(rca).orElseThrow().completed();
    }

    private RcaStatus status(WorkItemNumber rca) {
        Rca found = rcas.get(rca);
        return found.status();
    }

    private State state(WorkItemNumber number) {
        return workItems.find(number).orElseThrow().state();
    }
}
