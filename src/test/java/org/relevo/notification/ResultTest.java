package org.relevo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void theWaitBetweenTriesDoublesToAQuarterOfAnHour() {
        assertThat(Result.pause(7, 1)).isBetween(Duration.ofMillis(1_600), Duration.ofSeconds(2));
        assertThat(Result.pause(7, 3)).isBetween(Duration.ofMillis(6_400), Duration.ofSeconds(8));
        assertThat(Result.pause(7, 40)).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(15));
    }

    @Test
    void mailsThatFailedTogetherComeBackOneByOne() {
        assertThat(Result.pause(7, 9)).isNotEqualTo(Result.pause(8, 9));
    }
}
