package org.relevo.project.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** The money and the earned value of projects, as people and programs see them. */
@IntegrationTest
class MoneyPagesTest {

    @Autowired
    Visitors visitors;

    @Test
    void theDemoProjectShowsItsMoneyAndWhatItEarned() {
        var reader = visitors.signedIn("marta.ruiz");
        var money = reader.get("/projects/atlas/money").page();
        assertThat(money.select("#lines tbody tr")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(money.select("#deliveries").text()).contains("Twelve servers", "17 days late");
        assertThat(money.select("#orders").text()).contains("106,945.00 USD at 0.92");
        assertThat(money.select("form[action*=money]"))
                .as("who only reads changes nothing")
                .isEmpty();
        assertThat(money.select("nav.tabs a").eachText()).contains("Money", "Earned value");
        var earned = reader.get("/projects/atlas/earned-value").page();
        assertThat(earned.select("svg polyline")).hasSize(3);
        assertThat(earned.select("#figures").text()).contains("CPI", "BAC", "SPI(t)");
        var api = reader.get("/api/v1/projects/atlas/earned-value").json();
        assertThat(api.at("/figures/0/name").asString()).isEqualTo("BAC");
        assertThat(api.at("/figures/0/value").decimalValue()).isEqualByComparingTo("352400");
        assertThat(reader.get("/api/v1/projects/atlas/money")
                        .json()
                        .at("/total/budget")
                        .decimalValue())
                .isPositive();
    }

    @Test
    void aFormThatIsRefusedKeepsWhatWasTyped() {
        var ines = visitors.signedIn("ines.castro");
        var key = "n" + UUID.randomUUID().toString().substring(0, 8);
        ines.submit(
                "/projects",
                Map.of("key", key, "name", "Kiln", "currency", "EUR", "zone", "UTC", "sponsor", "ines.castro"));
        var at = "/projects/" + key;
        assertThat(ines.get(at + "/money").page().select(".empty")).hasSize(3);
        assertThat(ines.get(at + "/earned-value").page().select("#figures").text())
                .contains("Ningún paquete de trabajo tiene presupuesto.");
        ines.submit(at + "/money/lines", Map.of("code", "SRV", "name", "Servers", "kind", "CAPEX"));
        var refused = ines.submit(
                at + "/money/plan",
                Map.of("line", "SRV", "month", "2026-13", "amount", "1,234", "currency", "EUR", "reason", "offer"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#plan-amount").val()).isEqualTo("1,234");
        assertThat(refused.page().select("#lines .problem").eachText()).hasSize(2);
        ines.submit(
                at + "/money/plan",
                Map.of("line", "SRV", "month", "2026-12", "amount", "1234,50", "currency", "EUR", "reason", "offer"));
        assertThat(ines.get(at + "/money").page().select("#sums").text()).contains("234,50");
    }
}
