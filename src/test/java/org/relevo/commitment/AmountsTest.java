package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** Tolerances on amounts, as people and programs open them. */
@IntegrationTest
class AmountsTest {

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    Visitors visitors;

    @Test
    void aProgramOpensAToleranceAndReportsItsAmount() {
        var number = cases.raise(Priority.P4).number();
        var marta = visitors.signedIn("marta.ruiz");
        var program = marta.with("X-CSRF-TOKEN", marta.csrf());
        var opened = program.postJson("/api/v1/work-items/" + number + "/amounts", """
                {"metric": "SCHEDULE_DAYS", "agreement": "SUPPLIER", "baseline": 20, "tolerance": 5, "current": "21.5",
                 "unit": "days", "checkpoints": [40, 80, 100], "because": "contract of May"}""");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var id = opened.json().get("id").asLong();
        assertThat(commitments.get(id)).satisfies(c -> {
            assertThat(c.amount())
                    .isEqualTo(new Amount(new BigDecimal("20"), new BigDecimal("5"), new BigDecimal("21.5"), "days"));
            assertThat(c.agreed().checkpoints()).containsExactly(40, 80, 100);
            assertThat(c.because()).isEqualTo("contract of May");
        });
        program.postJson("/api/v1/commitments/" + id + "/report", "{\"amount\": 25.5}");
        assertThat(commitments.get(id).state()).isEqualTo(Commitment.Status.BREACHED);
    }

    @Test
    void whatIsWrongIsSaidByFieldWithTheRemedy() {
        var number = cases.raise(Priority.P4).number();
        var marta = visitors.signedIn("marta.ruiz");
        var reply = marta.with("X-CSRF-TOKEN", marta.csrf()).postJson("/api/v1/work-items/" + number + "/amounts", """
                {"metric": "RESPONSE", "baseline": "much", "tolerance": 0, "unit": "EUR", "checkpoints": [100, 50]}""");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("Choose one of BUDGET, FORECAST_COST, SCHEDULE_DAYS, SCOPE.")
                .contains("such as 10250.50")
                .contains("A tolerance is more than zero")
                .contains("ascending and each once")
                .contains("who has agreed");
        assertThat(amounts(number)).isZero();
    }

    @Test
    void aPersonOpensOneFromTheCommitmentsPageAndASecondPressOpensNoOther() {
        var number = cases.raise(Priority.P4).number();
        var marta = visitors.signedIn("marta.ruiz");
        var any = commitments.of(number).get(0).id();
        var address = marta.get("/commitments/" + any)
                .page()
                .select("a[href$=/amounts]")
                .attr("href");
        var typed = Map.of(
                "metric", "BUDGET",
                "agreement", "SLA",
                "baseline", "10000",
                "tolerance", "minus",
                "unit", "EUR",
                "because", "agreed with the customer");
        var wrong = marta.submit(address, typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#tolerance ~ .problem").text()).contains("such as 10250.50");
        assertThat(wrong.page().select("#tolerance").attr("value")).isEqualTo("minus");
        assertThat(wrong.page().select("#baseline").attr("value")).isEqualTo("10000");
        var right = new java.util.HashMap<>(typed);
        right.put("tolerance", "500,50");
        assertThat(marta.submit(address, right).location()).contains("/commitments/");
        var second = marta.submit(address, right);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().text()).contains("runs already");
        assertThat(amounts(number)).isEqualTo(1);
    }

    @Test
    void anAgentIsNotOfferedIt() {
        var number = cases.raise(Priority.P4).number();
        var jonas = visitors.signedIn("jonas.weber");
        var any = commitments.of(number).get(0).id();
        assertThat(jonas.get("/commitments/" + any).page().select("a[href$=/amounts]"))
                .isEmpty();
        assertThat(jonas.get("/incidents/" + number + "/amounts").status()).isEqualTo(403);
    }

    private long amounts(WorkItemNumber number) {
        return commitments.of(number).stream()
                .map(Commitment::metric)
                .filter(Metric::amount)
                .count();
    }
}
