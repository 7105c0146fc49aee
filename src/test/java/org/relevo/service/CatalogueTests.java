package org.relevo.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of a service, and the life that it goes through. */
@IntegrationTest
class CatalogueTests {

    private static final Actor ADMIN = new Actor("admin", Actor.Kind.PERSON, Set.of(Role.ADMIN), Set.of());
    private static final Actor ENGINEER = new Actor("jonas.weber", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Services services;

    @Autowired
    ServiceLifecycle lifecycle;

    @Autowired
    Dependencies dependencies;

    @Autowired
    ServiceTargets targets;

    @Autowired
    Agreements agreements;

    @Autowired
    Runbooks runbooks;

    @Autowired
    RunCosts costs;

    @Autowired
    Visitors visitors;

    private String one = "";
    private String two = "";
    private String three = "";

    @BeforeEach
    void enter() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        one = "one-" + key;
        two = "two-" + key;
        three = "three-" + key;
        for (var each : Set.of(one, two, three)) {
            catalogue.create(
                    ADMIN,
                    new ServiceForm(each, each, "", "silver", "ops", "marta.ruiz", "", "", ""),
                    Lifecycle.PLANNED);
        }
    }

    @Test
    void aServiceGoesThroughItsLifeAndEachStepIsKept() {
        assertThatThrownBy(() -> lifecycle.makeOperational(one, "At once", ADMIN))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> lifecycle.enterEarlyLife(one, "Live", ENGINEER))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> lifecycle.enterEarlyLife(one, " ", ADMIN)).isInstanceOf(Refusal.Invalid.class);
        lifecycle.enterEarlyLife(one, "Live since today", ADMIN);
        lifecycle.makeOperational(one, "It runs", ADMIN);
        assertThatThrownBy(() -> lifecycle.makeOperational(one, "Again", ADMIN)).isInstanceOf(Refusal.Conflict.class);
        lifecycle.retire(one, "Replaced", ADMIN);
        assertThat(services.find(one).orElseThrow().lifecycle()).isEqualTo(Lifecycle.RETIRED);
        assertThat(lifecycle.history(one))
                .extracting(ServiceLifecycle.Step::lifecycle)
                .containsExactly(
                        Lifecycle.RETIRED, Lifecycle.OPERATIONAL, Lifecycle.EARLY_LIFE_SUPPORT, Lifecycle.PLANNED);
    }

    @Test
    void dependenciesFormNoCircleAndKeepWhatIsUsed() {
        var marta = visitors.signedIn("marta.ruiz");
        dependencies.add(one, two, "orders", ADMIN);
        dependencies.add(two, three, "data", ADMIN);
        assertThatThrownBy(() -> dependencies.add(three, one, "x", ADMIN))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(one, two, three);
        assertThatThrownBy(() -> lifecycle.retire(three, "Gone", ADMIN)).isInstanceOf(Refusal.class);
        assertThat(marta.get("/services/" + two).page().text()).contains(one, three);
    }

    @Test
    void whatIsAgreedStandsBesideWhatTheRuleBookGives() {
        assertThat(targets.missingTargets(one)).isNotEmpty().allMatch(missing -> !missing.agreed());
        var marta = visitors.signedIn("marta.ruiz");
        var agreed = new HashMap<>(Map.of(
                "kind",
                "SLA",
                "name",
                "Kiln",
                "party",
                "Body and paint",
                "validFrom",
                "2020-01-01",
                "availability",
                "99.5"));
        for (var priority : Priority.values()) {
            agreed.put("response_" + priority, "30 min");
            agreed.put("resolution_" + priority, "2 business days");
        }
        agreements.add(one, agreed, ADMIN);
        assertThat(targets.missingTargets(one)).allMatch(missing -> missing.agreed() && !missing.given());
        agreed.put("validFrom", "soon");
        assertThatThrownBy(() -> agreements.add(one, agreed, ADMIN)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> agreements.add(one, agreed, ENGINEER)).isInstanceOf(Refusal.NotAllowed.class);
        var page = marta.get("/services/" + one).page();
        assertThat(page.select("#agreements").text()).contains("Kiln", "Body and paint", "99.5");
        assertThat(visitors.signedIn("jonas.weber")
                        .get("/services/" + one)
                        .page()
                        .select("main form[method=post]"))
                .isEmpty();
        assertThat(visitors.signedIn("david.moreno").get("/services/" + one).body())
                .doesNotContain("??");
    }

    @Test
    void theListIsFilteredAndTheApiTellsTheWhole() {
        var marta = visitors.signedIn("marta.ruiz");
        var listed = marta.get("/services?lifecycle=PLANNED&q=" + one).page();
        assertThat(listed.select("main tbody tr")).hasSize(1);
        runbooks.add(one, Map.of("title", "Restart", "link", "https://wiki.example/restart"), ADMIN);
        costs.enter(
                one, Map.of("validFrom", "2020-01-01", "amount", "900", "currency", "EUR", "budget", "1000"), ADMIN);
        var whole = marta.get("/api/v1/services/" + one).body();
        assertThat(whole).contains("Restart", "900", "PLANNED");
        assertThat(marta.get("/services/" + one).page().text()).contains("Restart", "900");
    }
}
