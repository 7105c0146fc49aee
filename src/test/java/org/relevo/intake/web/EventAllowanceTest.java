package org.relevo.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.relevo.support.SettableClock;

class EventAllowanceTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T22:00:00Z"));
    private final EventAllowance allowance = new EventAllowance(2, clock);

    @Test
    void whoHasUsedTheMinuteIsToldHowLongToWait() {
        assertThat(allowance.take("a")).isEmpty();
        clock.advance(Duration.ofSeconds(20));
        assertThat(allowance.take("a")).isEmpty();

        assertThat(allowance.take("a")).contains(Duration.ofSeconds(40));
    }

    @Test
    void anotherSenderHasAnAllowanceOfItsOwn() {
        allowance.take("a");
        allowance.take("a");

        assertThat(allowance.take("b")).isEmpty();
    }

    @Test
    void theNextMinuteBeginsAnew() {
        allowance.take("a");
        allowance.take("a");
        clock.advance(Duration.ofMinutes(1));

        assertThat(allowance.take("a")).isEmpty();
    }
}
