package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relevo.escalation.MaintenanceWindows;
import org.relevo.platform.Refusal;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Instants and amounts beyond all reason are refused with the field and the remedy, and change nothing. */
@IntegrationTest
class NonsenseTest {

    private static final Instant FAR = Instant.parse("+100000-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("-9999-01-01T00:00:00Z");

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    MaintenanceWindows maintenance;

    @Autowired
    SettableClock clock;

    @Test
    void aHoldUntilAFarFutureIsRefused() {
        var number = cases.raise(Priority.P1).number();
        assertThatThrownBy(() -> commitments.hold(number, clock.instant(), FAR, "waits", Cases.TEST))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("within a year");
        assertThatThrownBy(() -> commitments.hold(number, LONG_AGO, null, "waits", Cases.TEST))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("was raised at");
        assertThat(commitments.of(number)).allMatch(c -> c.holds().isEmpty());
    }

    @Test
    void aStartLongBeforeTheCaseIsRefused() {
        var item = cases.raise(Priority.P3);
        var id = commitments.of(item.number()).get(0).id();
        assertThatThrownBy(() -> commitments.restart(id, LONG_AGO, "why not", Cases.TEST))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("within the year before");
        assertThat(commitments.get(id).startedAt()).isEqualTo(item.raisedAt());
    }

    @Test
    void anAmountThatNoColumnHoldsIsRefused() {
        var number = cases.raise(Priority.P3).number();
        var amount = new Amount(new BigDecimal("100"), new BigDecimal("10"), new BigDecimal("100"), "EUR");
        var id = commitments
                .open(number, Agreement.SLA, Metric.BUDGET, amount, List.of(100), "agreed", Cases.TEST)
                .id();
        for (var nonsense : List.of("1e999999999", "1e-999999999", "12345678901234567")) {
            assertThatThrownBy(() -> commitments.report(id, new BigDecimal(nonsense), null, Cases.TEST))
                    .as(nonsense)
                    .isInstanceOf(Refusal.Invalid.class);
        }
        assertThat(commitments.get(id).amount()).isEqualTo(amount);
    }

    @Test
    void maintenanceInAFarFutureIsRefused() {
        assertThatThrownBy(() -> maintenance.plan(null, FAR, FAR.plus(Duration.ofDays(1)), "release", Cases.TEST))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("within a year");
        assertThat(maintenance.all()).noneMatch(window -> window.to().equals(FAR));
    }
}
