package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.Priority;
import org.relevo.service.Service;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ImpactTests {

    @Autowired
    Impacts impacts;

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    Actors actors;

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    private Actor jonas;
    private WorkItemNumber number;

    @BeforeEach
    void anIncidentOfThePaintShop() {
        jonas = actors.of("jonas.weber").orElseThrow();
        number = cases.raise(Priority.P1).number();
    }

    @Test
    void nothingIsSaidAtFirstButTheServiceThatItWasRaisedForIsAffected() {
        assertThat(impacts.of(number)).isEqualTo(Impact.UNSAID);
        assertThat(impacts.services(number)).extracting(Service::key).containsExactly("paint-shop-mes");
    }

    @Test
    void whatHasChangedStandsOnTheTimelineOnce() {
        var said = new ChangeImpact(
                List.of("sap-erp", "paint-shop-mes", "sap-erp"),
                List.of("Leipzig", " ", "Poznań"),
                120,
                "No paint",
                null);
        var impact = impacts.change(number, said, jonas);
        assertThat(impact).isEqualTo(new Impact(List.of("sap-erp"), List.of("Leipzig", "Poznań"), 120, "No paint", 1));
        assertThat(impacts.change(number, said, jonas)).isEqualTo(impact);
        assertThat(impacts.of(number)).isEqualTo(impact);
        assertThat(impacts.services(number)).extracting(Service::key).containsExactly("paint-shop-mes", "sap-erp");
        assertThat(timeline.of(number))
                .filteredOn(event -> event.kind().equals("IMPACT_CHANGED"))
                .singleElement()
                .satisfies(event -> assertThat(event.text())
                        .isEqualTo("Impact: further services affected: SAP ERP; sites: Leipzig, Poznań;"
                                + " users affected: unknown → 120; business impact in words"))
                .satisfies(event -> assertThat(event.reason()).isEqualTo("No paint"));
    }

    @Test
    void itCostsTheRatesOfTheServicesTimesTheTimeUntilItIsResolved() {
        impacts.change(
                number, new ChangeImpact(List.of("payments", "label-printing"), List.of(), null, "", null), jonas);
        clock.advance(Duration.ofMinutes(30));
        assertThat(impacts.cost(number).sums())
                .containsExactly(
                        new Cost.Sum("EUR", new BigDecimal("21000.00")),
                        new Cost.Sum("USD", new BigDecimal("4500.00")));
        incidents.resolve(number, jonas, "belt replaced");
        clock.advance(Duration.ofHours(5));
        assertThat(impacts.cost(number).time()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whoHasSeenAnOlderStateOverwritesNothing() {
        impacts.change(number, new ChangeImpact(List.of(), List.of(), 10, "", 0), jonas);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> impacts.change(number, new ChangeImpact(List.of(), List.of(), 20, "", 0), jonas))
                .withMessageContaining("changed meanwhile");
        assertThat(impacts.of(number).users()).isEqualTo(10);
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        var wrong = new ChangeImpact(List.of("nonsense"), List.of("x".repeat(101)), -1, "x".repeat(4001), null);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> impacts.change(number, wrong, jonas))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("services", "sites", "users", "inWords"));
    }

    @Test
    void aViewerMayLookButNotChange() {
        var clara = actors.of("clara.brandt").orElseThrow();
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> impacts.change(number, new ChangeImpact(List.of(), List.of(), 1, "", null), clara));
        var page = visitors.signedIn("clara.brandt").get("/incidents/" + number).page();
        assertThat(page.select("#impact").text()).contains("Paint shop MES", "42,000.00 EUR/h");
        assertThat(page.select("#impact .btn")).isEmpty();
    }

    @Test
    void theFormKeepsWhatWasTypedAndThePageShowsTheFormulaWithItsNumbers() {
        var visitor = visitors.signedIn("jonas.weber");
        var form = "/incidents/" + number + "/impact";
        var refused = visitor.submit(form, Map.of("users", "many", "sites", "Leipzig\nPoznań", "services", "sap-erp"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#users-note + .problem").text()).contains("whole number");
        assertThat(refused.page().select("#users").val()).isEqualTo("many");
        assertThat(refused.page().select("#sites").text()).contains("Poznań");
        assertThat(refused.page().select("input[checked]").eachAttr("value")).containsExactly("sap-erp");
        var entered = Map.of("users", "1,200", "services", "sap-erp", "inWords", "No <b>paint</b>", "version", "0");
        assertThat(visitor.submit(form, entered).status()).isEqualTo(302);
        clock.advance(Duration.ofMinutes(90));
        assertThat(visitor.get("/incidents/" + number).page().select("#impact").text())
                .contains("No <b>paint</b>", "1,200", "90,750.00 EUR")
                .contains("Paint shop MES: 42,000.00 EUR/h × 1:30:00 h = 63,000.00 EUR");
        var stale = visitor.submit(form, Map.of("users", "5", "version", "0"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select("#users").val()).isEqualTo("5");
    }

    @Test
    void programsSayAndReadItToo() {
        var machine = visitors.machine();
        var address = "/api/v1/incidents/" + number + "/impact";
        var said = machine.putJson(
                address,
                "{\"services\": [\"payments\"], \"sites\": [\"Leipzig\"], \"users\": 40, \"inWords\": \"No paint\"}");
        assertThat(said.status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        var read = machine.get(address).json();
        assertThat(read.get("users").asInt()).isEqualTo(40);
        assertThat(read.get("affected").get(1).asString()).isEqualTo("payments");
        assertThat(read.get("cost").get("sums").get(1).get("currency").asString())
                .isEqualTo("USD");
        assertThat(read.get("cost").get("sums").get(1).get("amount").decimalValue())
                .isEqualByComparingTo("9000");
        assertThat(machine.putJson(address, "{\"services\": [1], \"cost\": 3}").status())
                .isEqualTo(400);
    }

    @Test
    void howLongItTookStandsOnThePageAndInTheApi() {
        clock.advance(Duration.ofMinutes(9));
        incidents.acknowledge(number, jonas, "in the inbox");
        var page = visitors.signedIn("david.moreno").get("/incidents/" + number).page();
        assertThat(page.select("#measures").text())
                .contains("Hasta asumirlo 9 min", "Todavía no está resuelto.", "Nunca ha estado en espera.");
        clock.advance(Duration.ofMinutes(51));
        incidents.resolve(number, jonas, "belt replaced");
        var read = visitors.machine()
                .get("/api/v1/incidents/" + number + "/measures")
                .json();
        assertThat(read.get("timeToAcknowledge").get("time").asString()).isEqualTo("PT9M");
        assertThat(read.get("timeToResolve").get("time").asString()).isEqualTo("PT1H");
        assertThat(read.get("timeToWorkaround").get("none").asString())
                .isEqualTo("It was resolved without a workaround.");
    }

    @Test
    void theRateIsEnteredOnThePageOfTheService() {
        var marta = visitors.signedIn("marta.ruiz");
        var service = Map.of("name", "Badge readers", "tier", "silver", "team", "workplace", "owner", "marta.ruiz");
        var wrong = new java.util.HashMap<>(service);
        wrong.putAll(Map.of("rate", "1.005", "currency", "EURO"));
        var refused = marta.submit("/services/badge-readers", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#rate").val()).isEqualTo("1.005");
        assertThat(refused.page().select("#rate-note + .problem").text()).contains("above 0");
        assertThat(refused.page().select("#currency + .problem").text()).contains("no currency EURO");
        wrong.putAll(Map.of("rate", "120,5", "currency", "gbp"));
        assertThat(marta.submit("/services/badge-readers", wrong).status()).isEqualTo(302);
        assertThat(visitors.signedIn("clara.brandt")
                        .get("/services/badge-readers")
                        .page()
                        .text())
                .contains("120.50 GBP");
        assertThat(marta.submit("/services/badge-readers", service).status()).isEqualTo(302);
    }
}
