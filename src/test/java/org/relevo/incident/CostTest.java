package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.service.HourlyRate;
import org.relevo.service.Service;

class CostTest {

    private static final Instant RAISED = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void itIsTheRateTimesTheTimeForEachServiceThatHasOne() {
        var cost = cost(Duration.ofMinutes(90), service("mes", "42000.00", "EUR"), service("labels", null, ""));
        assertThat(cost.lines()).extracting(Cost.Line::service).containsExactly("mes");
        assertThat(cost.sums()).containsExactly(new Cost.Sum("EUR", new BigDecimal("63000.00")));
    }

    @Test
    void currenciesAreNeverAddedToOneAnother() {
        var cost = cost(
                Duration.ofHours(2),
                service("mes", "100.00", "EUR"),
                service("pay", "10.00", "USD"),
                service("erp", "0.50", "EUR"));
        assertThat(cost.sums())
                .containsExactly(
                        new Cost.Sum("EUR", new BigDecimal("201.00")), new Cost.Sum("USD", new BigDecimal("20.00")));
    }

    @Test
    void eachAmountIsRoundedSoThatWhatIsShownAddsUp() {
        var cost = cost(Duration.ofSeconds(1), service("a", "18.00", "EUR"), service("b", "18.00", "EUR"));
        assertThat(cost.lines()).extracting(Cost.Line::amount).containsOnly(new BigDecimal("0.01"));
        assertThat(cost.sums()).containsExactly(new Cost.Sum("EUR", new BigDecimal("0.02")));
    }

    @Test
    void aCurrencyWithoutSmallerCoinsIsRoundedToWholeOnes() {
        assertThat(new HourlyRate(new BigDecimal("1000.00"), "JPY").cost(Duration.ofMinutes(20)))
                .isEqualTo(new BigDecimal("333"));
    }

    private static Cost cost(Duration time, Service... services) {
        return Cost.of(List.of(services), RAISED, RAISED.plus(time));
    }

    private static Service service(String key, @Nullable String rate, String currency) {
        return new Service(
                key,
                key,
                "",
                "gold",
                null,
                null,
                rate == null ? null : new HourlyRate(new BigDecimal(rate), currency),
                false);
    }
}
