package org.relevo.workflow.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    @ParameterizedTest
    @CsvSource({
        "100,0,0,0",
        "100,1,1,1",
        "100,5,5,1",
        "100,6,6,2",
        "100,15,15,2",
        "100,30,30,3",
        "100,31,31,4",
        "5,5,100,4"
    })
    void theMoreIsLateTheWarmerItIsDrawn(long due, long late, int share, int heat) {
        assertThat(step(due, late, 0).lateShare()).isEqualTo(share);
        assertThat(step(due, late, 0).heat()).isEqualTo(heat);
    }

    @Test
    void whatIsOverdueNowCountsAsLate() {
        assertThat(step(6, 0, 4).lateShare()).isEqualTo(40);
        assertThat(step(6, 0, 4).heat()).isEqualTo(4);
    }

    @Test
    void ofFourTasksNoShareIsTold() {
        assertThat(step(4, 4, 0).lateShare()).isNull();
        assertThat(step(4, 4, 0).heat()).isZero();
    }

    private static Step step(long due, long late, long overdue) {
        return new Step(
                "a", "A", "userTask", overdue, overdue, null, due, Duration.ZERO, Duration.ZERO, due, late, true);
    }
}
