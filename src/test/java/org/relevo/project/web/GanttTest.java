package org.relevo.project.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.project.Milestone;
import org.relevo.project.Stage;

class GanttTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static Milestone milestone(@Nullable Long stage, int baseline, int forecast) {
        return new Milestone(
                baseline, "atlas", stage, "M" + baseline, DAY.plusDays(baseline), DAY.plusDays(forecast), null);
    }

    private static Gantt drawn(List<Stage> stages, List<Milestone> milestones, int today) {
        return Objects.requireNonNull(Gantt.of(stages, milestones, DAY.plusDays(today), Locale.ENGLISH));
    }

    @Test
    void aStageEndsAsMuchLaterAsItsLastMilestone() {
        var pilot = new Stage(7, "atlas", 1, "Pilot", DAY, DAY.plusDays(100));
        var gantt = drawn(List.of(pilot), List.of(milestone(7L, 90, 110)), 50);
        assertThat(gantt.rows()).extracting(Gantt.Row::label).containsExactly("Pilot", "M90");
        assertThat(gantt.rows()).extracting(Gantt.Row::tone).containsExactly("late", "late");
        // 110 days and a margin of three at both ends
        assertThat(gantt.rows().get(0).baseline().getX()).isEqualTo("2.58%");
        assertThat(gantt.rows().get(0).expected().width())
                .isGreaterThan(gantt.rows().get(0).baseline().width());
        assertThat(gantt.today()).isNotNull();
    }

    @Test
    void aPlanOfManyYearsHasFewMonthsWrittenAboveIt() {
        for (var years : List.of(1, 3, 10, 50)) {
            assertThat(drawn(List.of(), List.of(milestone(null, 0, 0), milestone(null, 365 * years, 365 * years)), 1)
                            .ticks())
                    .hasSizeBetween(1, 7);
        }
    }

    @Test
    void aPlanOfOneDayIsDrawnAndAnEmptyOneIsNot() {
        assertThat(drawn(List.of(), List.of(milestone(null, 5, 5)), 5).rows()).hasSize(1);
        assertThat(Gantt.of(List.of(), List.of(), DAY, Locale.ENGLISH)).isNull();
    }

    @Test
    void ofManyMilestonesTheFirstAreDrawnAndTheOthersCounted() {
        var many = IntStream.range(0, 100)
                .mapToObj(day -> milestone(null, day, day))
                .toList();
        assertThat(drawn(List.of(), many, 0).rows()).hasSize(80);
        assertThat(drawn(List.of(), many, 0).left()).isEqualTo(20);
    }
}
