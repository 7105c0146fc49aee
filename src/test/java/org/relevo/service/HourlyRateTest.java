package org.relevo.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relevo.platform.Refusal.FieldProblem;

class HourlyRateTest {

    @Test
    void noRateIsNoProblem() {
        assertThat(HourlyRate.problems("", "")).isEmpty();
        assertThat(HourlyRate.typed("", "")).isNull();
    }

    @Test
    void itIsReadWithAPointOrACommaAndInSmallLettersToo() {
        assertThat(HourlyRate.problems("1250,5", "eur")).isEmpty();
        assertThat(HourlyRate.typed("1250,5", "eur")).isEqualTo(new HourlyRate(new BigDecimal("1250.50"), "EUR"));
        assertThat(HourlyRate.problems("9999999999.99", "USD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-5", "1e9", "10000000000", "1.005", "1.000,50", "much"})
    void whatIsNoAmountIsRefused(String amount) {
        assertThat(HourlyRate.problems(amount, "EUR"))
                .extracting(FieldProblem::field)
                .containsExactly("rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "E", "ZZZ", "XXX", "XAU"})
    void whatIsNoCurrencyIsRefused(String currency) {
        assertThat(HourlyRate.problems("100", currency))
                .extracting(FieldProblem::field)
                .containsExactly("currency");
    }

    @Test
    void oneWithoutTheOtherIsRefusedBesideTheOneThatLacks() {
        assertThat(HourlyRate.problems("100", ""))
                .extracting(FieldProblem::field)
                .containsExactly("currency");
        assertThat(HourlyRate.problems("", "EUR"))
                .extracting(FieldProblem::field)
                .containsExactly("rate");
    }
}
