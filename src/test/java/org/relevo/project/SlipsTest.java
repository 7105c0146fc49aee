package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlipsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static Milestone milestone(long id, int day, int slip) {
        var baseline = MARCH.plusDays(day);
        return new Milestone(id, "atlas", null, "M" + id, baseline, baseline.plusDays(slip), null);
    }

    private static List<String> moved(List<Milestone> milestones, Dependency... dependencies) {
        return Slips.from(1, milestones, List.of(dependencies)).stream()
                .map(one ->
                        one.milestone().name() + " " + MARCH.until(one.forecast(), java.time.temporal.ChronoUnit.DAYS))
                .toList();
    }

    @Test
    void aSlipPushesWhatWaitsForItAndWhatWaitsForThat() {
        var plan = List.of(milestone(1, 10, 7), milestone(2, 20, 0), milestone(3, 30, 0));
        assertThat(moved(plan, new Dependency(1, 2, 10), new Dependency(2, 3, 10)))
                .containsExactly("M2 27", "M3 37");
    }

    @Test
    void timeToSpareIsUsedUpFirst() {
        var plan = List.of(milestone(1, 10, 7), milestone(2, 20, 0));
        assertThat(moved(plan, new Dependency(1, 2, 3))).isEmpty();
        assertThat(moved(plan, new Dependency(1, 2, 4))).containsExactly("M2 21");
    }

    @Test
    void nothingIsPulledForwardAndWhatWasReachedStays() {
        var early = List.of(milestone(1, 10, -9), milestone(2, 20, 0));
        assertThat(moved(early, new Dependency(1, 2, 10))).isEmpty();
        var reached = List.of(milestone(1, 10, 9), milestone(2, 11, 0).actual(MARCH));
        assertThat(moved(reached, new Dependency(1, 2, 10))).isEmpty();
    }

    @Test
    void ofTwoWaysTheLaterCounts() {
        var plan = List.of(milestone(1, 10, 10), milestone(2, 12, 0), milestone(3, 14, 0), milestone(4, 20, 0));
        assertThat(moved(
                        plan,
                        new Dependency(1, 2, 0),
                        new Dependency(1, 3, 0),
                        new Dependency(2, 4, 5),
                        new Dependency(3, 4, 8)))
                .containsExactlyInAnyOrder("M2 20", "M3 20", "M4 28");
    }

    @Test
    void theReasonNamesWhatItWaitsFor() {
        var plan = List.of(milestone(1, 10, 7), milestone(2, 12, 0));
        assertThat(Slips.from(1, plan, List.of(new Dependency(1, 2, 3))))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.because()).isEqualTo("waits for \"M1\", now 2026-03-18, and 3 days more"));
    }

    @Test
    void aMilestoneWaitsForWhatItsForerunnersWaitFor() {
        var links = List.of(new Dependency(1, 2, 0), new Dependency(2, 3, 0));
        assertThat(Slips.waits(3, 1, links)).isTrue();
        assertThat(Slips.waits(1, 3, links)).isFalse();
        assertThat(Slips.waits(2, 2, links)).isTrue();
    }
}
