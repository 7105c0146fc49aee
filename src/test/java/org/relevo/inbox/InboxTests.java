package org.relevo.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Rating;
import org.relevo.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class InboxTests {

    private static final Actor ANA = person("ana", "mes-support");
    private static final Actor BEN = person("ben", "mes-support");
    private static final Actor OUTSIDER = person("outsider", "workplace");
    private static final Actor LONER = new Actor("loner", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Autowired
    Incidents incidents;

    @Autowired
    Inbox inbox;

    @Test
    void theTeamSeesATaskAndNobodyElseDoes() {
        var task = raised(Rating.HIGH);
        assertThat(inbox.find(task.id(), ANA)).isPresent();
        assertThat(inbox.find(task.id(), OUTSIDER)).isEmpty();
        assertThat(inbox.find(task.id(), LONER)).isEmpty();
        assertThat(inbox.count(LONER, Inbox.Tab.TEAMS, null)).isZero();
        assertThat(inbox.find(ANA, Inbox.Tab.TEAMS, task.workItem().value(), 0, 50))
                .extracting(InboxItem::id)
                .containsExactly(task.id());
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsItAndTheOtherIsToldWho() throws Exception {
        for (var round = 0; round < 20; round++) {
            var task = raised(Rating.HIGH);
            var winners = new AtomicInteger();
            var refusals = new ArrayList<String>();
            var both = Executors.newFixedThreadPool(2);
            var claims = new ArrayList<Callable<Void>>();
            for (var who : new Actor[] {ANA, BEN}) {
                claims.add(() -> {
                    try {
                        inbox.claim(task.id(), who);
                        winners.incrementAndGet();
                    } catch (Refusal.Conflict refused) {
                        synchronized (refusals) {
                            refusals.add(refused.getMessage());
                        }
                    }
                    return null;
                });
            }
            for (var claim : both.invokeAll(claims)) {
                claim.get();
            }
            both.shutdown();
            assertThat(winners).hasValue(1);
            var owner = inbox.find(task.id(), ANA).orElseThrow().assignee();
            assertThat(owner).isIn("ana", "ben");
            assertThat(refusals).singleElement().asString().contains(owner).contains("already claimed");
        }
    }

    @Test
    void whoCompletesAndWhoAcknowledgesAtOnceDoNotWaitForOneAnother() throws Exception {
        for (var round = 0; round < 6; round++) {
            var task = raised(Rating.HIGH);
            inbox.claim(task.id(), ANA);
            var both = Executors.newFixedThreadPool(2);
            var done = both.invokeAll(List.<Callable<Boolean>>of(
                    () -> unlessRefused(() -> inbox.complete(task.id(), ANA, Map.of())),
                    () -> unlessRefused(() -> incidents.acknowledge(task.workItem(), BEN, "on the page"))));
            both.shutdown();
            assertThat(done.get(0).get() || done.get(1).get()).isTrue();
            assertThat(inbox.of(task.workItem()))
                    .extracting(InboxItem::key)
                    .containsOnlyOnce("findRootCause", "restoreService");
        }
    }

    private static boolean unlessRefused(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal.Conflict refused) {
            return false;
        }
    }

    @Test
    void claimingTwiceChangesNothing() {
        var task = raised(Rating.HIGH);
        inbox.claim(task.id(), ANA);
        assertThat(inbox.claim(task.id(), ANA).assignee()).isEqualTo("ana");
    }

    @Test
    void aReleasedTaskIsFreeForTheNext() {
        var task = raised(Rating.HIGH);
        inbox.claim(task.id(), ANA);
        assertThatThrownBy(() -> inbox.release(task.id(), BEN)).isInstanceOf(Refusal.Conflict.class);
        inbox.release(task.id(), ANA);
        assertThat(inbox.claim(task.id(), BEN).assignee()).isEqualTo("ben");
    }

    @Test
    void onlyTheOneWhoClaimedCompletes() {
        var task = raised(Rating.HIGH);
        assertThatThrownBy(() -> inbox.complete(task.id(), ANA, Map.of()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Claim it first");
        inbox.claim(task.id(), ANA);
        assertThatThrownBy(() -> inbox.complete(task.id(), BEN, Map.of()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("ana");
        assertThat(inbox.complete(task.id(), ANA, Map.of()).outcome()).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> inbox.complete(task.id(), ANA, Map.of())).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aFormTakesItsDeclaredFieldsOnlyAndAsksForWhatIsMissing() {
        var first = raised(Rating.HIGH);
        inbox.claim(first.id(), ANA);
        inbox.complete(first.id(), ANA, Map.of());
        var cause = inbox.of(first.workItem()).stream()
                .filter(task -> task.key().equals("findRootCause"))
                .findFirst()
                .orElseThrow();
        inbox.claim(cause.id(), ANA);
        assertThatThrownBy(() -> inbox.complete(cause.id(), ANA, Map.of("certainty", "perhaps", "admin", "true")))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactlyInAnyOrder("admin", "rootCause", "certainty"));
        assertThat(inbox.find(cause.id(), ANA).orElseThrow().endedAt()).isNull();
    }

    @Test
    void aViewerClaimsNothing() {
        var task = raised(Rating.HIGH);
        var viewer = new Actor("viewer", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of("mes-support"));
        assertThatThrownBy(() -> inbox.claim(task.id(), viewer)).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void theTaskWithTheLeastTimeLeftComesFirst() {
        var slow = raised(Rating.LOW);
        var urgent = raised(Rating.HIGH);
        var order = inbox.find(ANA, Inbox.Tab.TEAMS, null, 0, 10_000).stream()
                .map(InboxItem::id)
                .toList();
        assertThat(order.indexOf(urgent.id())).isLessThan(order.indexOf(slow.id()));
    }

    private InboxItem raised(Rating rating) {
        var incident = incidents.raise(
                new RaiseIncident("Paint shop stands still", "", rating, rating, "paint-shop-mes", "by hand"),
                Actor.system("test"));
        return inbox.of(incident.number()).get(0);
    }

    private static Actor person(String name, String team) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of(team));
    }
}
