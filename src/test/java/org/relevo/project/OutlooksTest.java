package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a project will end, and how far that is from what was promised. */
class OutlooksTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static Milestone milestone(int baseline, int forecast, @Nullable Integer actual) {
        return new Milestone(
                1,
                "atlas",
                null,
                "Go-live",
                START.plusDays(baseline),
                START.plusDays(forecast),
                actual == null ? null : START.plusDays(actual));
    }

    private static Outlook time(int today, Milestone... milestones) {
        return TimeOutlooks.of(null, START, List.of(milestones), START.plusDays(today))
                .orElseThrow();
    }

    @Test
    void theLastMilestoneSaysWhenItEnds() {
        var outlook = time(50, milestone(40, 40, 42), milestone(100, 110, null));
        assertThat(outlook.baseline()).isEqualByComparingTo("100");
        assertThat(outlook.actual()).isEqualByComparingTo("50");
        assertThat(outlook.forecast()).isEqualByComparingTo("110");
        assertThat(outlook.because()).contains("\"Go-live\"", "2026-04-21", "2026-04-11 was promised");
    }

    @Test
    void whatWasExpectedAndHasNotComeIsExpectedTodayAtTheEarliest() {
        assertThat(time(109, milestone(100, 110, null)).forecast()).isEqualByComparingTo("110");
        assertThat(time(110, milestone(100, 110, null)).forecast()).isEqualByComparingTo("110");
        assertThat(time(111, milestone(100, 110, null)).forecast()).isEqualByComparingTo("111");
        assertThat(time(111, milestone(100, 110, null)).actual()).isEqualByComparingTo("111");
    }

    @Test
    void whatIsDoneStaysAsItWas() {
        var outlook = time(200, milestone(100, 110, 105));
        assertThat(outlook.actual()).isEqualByComparingTo("105");
        assertThat(outlook.forecast()).isEqualByComparingTo("105");
    }

    @Test
    void withoutMilestonesThereIsNoFigure() {
        assertThat(TimeOutlooks.of(null, START, List.of(), START)).isEmpty();
        assertThat(ScopeOutlooks.of(null, List.of())).isEmpty();
    }

    @Test
    void whatIsGivenUpIsMissingFromTheScope() {
        var outlook = ScopeOutlooks.of(
                        null,
                        List.of(
                                item("Readers", "5", ScopeItem.State.ACCEPTED),
                                item("Reports", "2.5", ScopeItem.State.REMOVED),
                                item("Training", "1", ScopeItem.State.PLANNED)))
                .orElseThrow();
        assertThat(outlook.baseline()).isEqualByComparingTo("8.5");
        assertThat(outlook.actual()).isEqualByComparingTo("5");
        assertThat(outlook.forecast()).isEqualByComparingTo("6");
        assertThat(outlook.because()).isEqualTo("given up: \"Reports\"");
        assertThat(new Deviation(project(), outlook, new BigDecimal("2.5")).forecastExceeded())
                .isFalse();
        assertThat(new Deviation(project(), outlook, new BigDecimal("2.49")).forecastExceeded())
                .isTrue();
    }

    private static ScopeItem item(String name, String weight, ScopeItem.State state) {
        return new ScopeItem(
                1, "atlas", null, null, ScopeItem.Kind.SCOPE, name, "", new BigDecimal(weight), state, null);
    }

    @Test
    void aToleranceIsExceededOnlyBeyondItsLastDay() {
        var outlook = time(50, milestone(100, 110, null));
        assertThat(new Deviation(project(), outlook, new BigDecimal("10")).forecastExceeded())
                .isFalse();
        assertThat(new Deviation(project(), outlook, new BigDecimal("9")).forecastExceeded())
                .isTrue();
        assertThat(new Deviation(project(), outlook, new BigDecimal("9")).actualExceeded())
                .isFalse();
        assertThat(new Deviation(project(), time(110, milestone(100, 100, null)), new BigDecimal("9")).actualExceeded())
                .isTrue();
    }

    @Test
    void aPercentageIsOneOfTheBaseline() {
        var tenth = new Tolerance(
                1, "atlas", null, Dimension.COST, null, BigDecimal.TEN, "TABLE", "rules", "size", Instant.EPOCH);
        assertThat(tenth.allowed(new BigDecimal("1234.56"))).isEqualByComparingTo("123.46");
        assertThat(tenth.text()).isEqualTo("10 %");
    }

    private static Project project() {
        return new Project(
                "atlas",
                "Atlas",
                "",
                null,
                null,
                null,
                "ACTIVE",
                Currency.getInstance("EUR"),
                ZoneOffset.UTC,
                START,
                false);
    }
}
