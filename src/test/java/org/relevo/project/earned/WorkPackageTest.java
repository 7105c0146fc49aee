package org.relevo.project.earned;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkPackageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    @DisplayName("earned value of day 1 stays at 20 % when 20 -> 50 -> 80 is reported on three days")
    void earnedValueIsKeptByDate() {
        var reported = List.of(20, 50, 80);
        for (var reports = 1; reports <= 3; reports++) {
            var work = reported(reported.subList(0, reports));
            assertThat(work.earned(DAY)).as("%d reports", reports).isEqualByComparingTo("200.00");
            assertThat(work.earned(DAY.minusDays(1))).isEqualByComparingTo("0");
            assertThat(work.earned(DAY.plusDays(10)))
                    .isEqualByComparingTo(BigDecimal.valueOf(reported.get(reports - 1) * 10L));
        }
        assertThat(reported(reported).earned(DAY.plusDays(1))).isEqualByComparingTo("500.00");
    }

    private static WorkPackage reported(List<Integer> percents) {
        var progress = IntStream.range(0, percents.size())
                .mapToObj(i -> new WorkPackage.Progress(
                        DAY.plusDays(i), BigDecimal.valueOf(percents.get(i)), "", "ines.castro"))
                .toList();
        return new WorkPackage(
                1, null, "Servers", new BigDecimal("1000"), Method.PERCENT, DAY, DAY.plusDays(20), List.of(), progress);
    }
}
