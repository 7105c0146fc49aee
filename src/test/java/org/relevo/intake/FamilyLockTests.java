package org.relevo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Duplicates;
import org.relevo.incident.Incidents;
import org.relevo.intake.Alert.Status;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Alerts that end on a parent and its child, while somebody resolves the parent and the child with it. */
@IntegrationTest
class FamilyLockTests {

    @Autowired
    Alerts alerts;

    @Autowired
    Incidents incidents;

    @Autowired
    Duplicates duplicates;

    @Autowired
    WorkItems workItems;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aDeliveryOnAParentAndItsChildWaitsForWhoeverResolvesTheParent() throws Exception {
        var source = "family-" + UUID.randomUUID();
        var began = clock.instant();
        var child = fires(source, "child", began);
        var parent = fires(source, "parent", began);
        assertThat(child.value()).as("the child is the older one").isLessThan(parent.value());
        duplicates.mark(child, parent, "the same broker", Cases.TEST);

        var delivery = transaction.execute(status -> {
            workItems.locked(parent);
            var both = CompletableFuture.runAsync(() -> alerts.receive(new Delivery(
                    source,
                    "both",
                    List.of(
                            alert(source, "child", began, clock.instant()),
                            alert(source, "parent", began, clock.instant())),
                    0)));
            awaitSomebodyWhoWaits();
            incidents.resolve(parent, Cases.TEST, "restarted");
            return both;
        });
        assertThat(delivery).isNotNull();
        delivery.get(30, TimeUnit.SECONDS);
        for (var number : List.of(parent, child)) {
            assertThat(workItems.find(number).orElseThrow().state()).isEqualTo(State.RESOLVED);
            assertThat(alerts.of(number)).extracting(Alerts.OnIncident::status).containsExactly(Status.RESOLVED);
        }
    }

    private WorkItemNumber fires(String source, String fingerprint, Instant began) {
        var receipt =
                alerts.receive(new Delivery(source, fingerprint, List.of(alert(source, fingerprint, began, null)), 0));
        return new WorkItemNumber(receipt.incidents().get(0));
    }

    private static Alert alert(String source, String fingerprint, Instant began, @Nullable Instant ended) {
        return new Alert(
                source,
                fingerprint,
                fingerprint,
                began,
                ended,
                ended == null ? Status.FIRING : Status.RESOLVED,
                Map.of("alertname", "BrokerDown", "severity", "critical", "service", "paint-shop-mes"),
                Map.of());
    }

    /** The delivery has come as far as it can; it may hold what it must not. */
    private void awaitSomebodyWhoWaits() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (waiting() == 0) {
            assertThat(System.nanoTime()).as("nobody waits for the parent").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")
                .query(Long.class)
                .single();
    }
}
