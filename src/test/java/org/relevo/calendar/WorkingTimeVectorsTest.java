package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingTimeVectorsTest {

    static List<Vectors> vectors() {
        return Vectors.all();
    }

    @Test
    void allRowsAreThere() {
        assertThat(vectors()).hasSize(185);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void comesOutAsOtherProjectsTestsExpect(Vectors row) {
        var time = WorkingTime.parse(ZoneId.of(row.timezone()), row.schedule(), row.holidays());
        var start = instant(row.start());
        switch (row.operation()) {
            case "add" ->
                assertThat(time.add(start, Duration.parse(row.argument()))).isEqualTo(instant(row.expected()));
            case "elapsed" ->
                assertThat(time.between(start, instant(row.argument()))).isEqualTo(Duration.parse(row.expected()));
            case "is_working" -> assertThat(time.isWorking(start)).isEqualTo(Boolean.valueOf(row.expected()));
            case "next_working_instant" -> assertThat(time.nextWorking(start)).isEqualTo(instant(row.expected()));
            case "previous_working_instant" ->
                assertThat(time.previousWorking(start)).isEqualTo(instant(row.expected()));
            case "add_business_days" ->
                assertThat(time.addBusinessDays(start, Integer.parseInt(row.argument())))
                        .isEqualTo(instant(row.expected()));
            default -> throw new AssertionError(row.operation());
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
