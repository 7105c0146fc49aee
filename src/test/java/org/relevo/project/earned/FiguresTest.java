package org.relevo.project.earned;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.project.earned.Figure.Remark;

/** What work packages plan and earn by their methods, and what there is no figure for. */
class FiguresTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final BigDecimal BUDGET = new BigDecimal("1000.00");

    private static WorkPackage work(Method method, int... percents) {
        var progress = new java.util.ArrayList<WorkPackage.Progress>();
        for (int i = 0; i < percents.length; i++) {
            progress.add(new WorkPackage.Progress(MARCH.plusDays(i), BigDecimal.valueOf(percents[i]), "", "ines"));
        }
        return new WorkPackage(1, null, "W", BUDGET, method, MARCH, MARCH.plusDays(9), List.of(), progress);
    }

    private static Map<String, Figure> figures(String bac, String pv, String ev, String ac) {
        return Figures.of(
                new Standing(new BigDecimal(bac), new BigDecimal(pv), new BigDecimal(ev), new BigDecimal(ac), null));
    }

    private static @Nullable Remark remark(Map<String, Figure> figures, String name) {
        var figure = figures.get(name);
        assertThat(figure).as(name).isNotNull();
        return figure == null ? null : figure.remark();
    }

    @Test
    void eachMethodEarnsInItsOwnWay() {
        assertThat(work(Method.ZERO_HUNDRED, 10, 99, 100).earned(MARCH.plusDays(1)))
                .isEqualByComparingTo("0");
        assertThat(work(Method.ZERO_HUNDRED, 10, 99, 100).earned(MARCH.plusDays(2)))
                .isEqualByComparingTo("1000");
        assertThat(work(Method.FIFTY_FIFTY, 0, 1, 100).earned(MARCH)).isEqualByComparingTo("0");
        assertThat(work(Method.FIFTY_FIFTY, 0, 1, 100).earned(MARCH.plusDays(1)))
                .isEqualByComparingTo("500");
        assertThat(work(Method.PERCENT, 33).earned(MARCH.plusDays(20))).isEqualByComparingTo("330");
        assertThat(work(Method.PERCENT).earned(MARCH)).isEqualByComparingTo("0");
    }

    @Test
    void stepsEarnTheirWeightOnTheDayTheyWereReached() {
        var steps = List.of(
                new WorkPackage.Step(1, "draft", BigDecimal.ONE, MARCH.plusDays(2), MARCH.plusDays(4)),
                new WorkPackage.Step(2, "signed", BigDecimal.valueOf(2), MARCH.plusDays(9), null));
        var work = new WorkPackage(1, null, "W", BUDGET, Method.MILESTONES, MARCH, MARCH.plusDays(9), steps, List.of());
        assertThat(work.planned(MARCH.plusDays(2))).isEqualByComparingTo("333.33");
        assertThat(work.earned(MARCH.plusDays(3))).isEqualByComparingTo("0");
        assertThat(work.earned(MARCH.plusDays(4))).isEqualByComparingTo("333.33");
        assertThat(work.planned(MARCH.plusDays(9))).isEqualByComparingTo("1000");
    }

    @Test
    void thePlanIsEarnedByTheSameMethod() {
        assertThat(work(Method.PERCENT).planned(MARCH.minusDays(1))).isEqualByComparingTo("0");
        assertThat(work(Method.PERCENT).planned(MARCH)).isEqualByComparingTo("100");
        assertThat(work(Method.FIFTY_FIFTY).planned(MARCH)).isEqualByComparingTo("500");
        assertThat(work(Method.ZERO_HUNDRED).planned(MARCH.plusDays(8))).isEqualByComparingTo("0");
        assertThat(work(Method.ZERO_HUNDRED).planned(MARCH.plusDays(9))).isEqualByComparingTo("1000");
    }

    @Test
    void whereNothingCanBeDividedASentenceSaysWhy() {
        var nothing = figures("0", "0", "0", "0");
        assertThat(nothing.values())
                .allSatisfy(
                        one -> assertThat(one.known() || one.remark() != null).isTrue());
        assertThat(remark(nothing, "EAC")).isEqualTo(Remark.NO_WORK);
        var begun = figures("1000", "0", "0", "200");
        assertThat(remark(begun, "SPI")).isEqualTo(Remark.NOT_PLANNED);
        assertThat(remark(begun, "EAC")).isEqualTo(Remark.NOT_EARNED);
        assertThat(remark(begun, "EAC (both)")).isEqualTo(Remark.NOT_PLANNED);
        assertThat(remark(figures("1000", "100", "50", "0"), "CPI")).isEqualTo(Remark.NOT_SPENT);
        assertThat(remark(figures("1000", "900", "900", "1000"), "TCPI")).isEqualTo(Remark.NOTHING_LEFT);
        assertThat(remark(figures("1000", "900", "900", "1100"), "TCPI")).isEqualTo(Remark.OVERSPENT);
        assertThat(remark(figures("1000", "900", "1000", "1100"), "TCPI")).isEqualTo(Remark.DONE);
    }

    @Test
    void theFormulaIsSaidWithItsNumbers() {
        var cpi = figures("4000", "3000", "2500", "2800").get("CPI");
        assertThat(cpi).isNotNull();
        if (cpi != null) {
            assertThat(cpi.formula() + " = " + cpi.numbers() + " = " + cpi.rounded())
                    .isEqualTo("EV / AC = 2500.00 / 2800.00 = 0.893");
        }
    }

    private static List<String> schedule(String earned, int today) {
        return EarnedSchedule.of(
                        work(Method.PERCENT)::planned,
                        MARCH,
                        MARCH.plusDays(9),
                        new BigDecimal(earned),
                        MARCH.plusDays(today - 1))
                .stream()
                .map(one -> String.valueOf(one.rounded()))
                .toList();
    }

    @Test
    void theEarnedScheduleIsTheDayOnWhichThePlanHadEarnedAsMuch() {
        assertThat(schedule("350", 5)).containsExactly("3.5", "-1.5", "0.700");
        assertThat(schedule("500", 5)).containsExactly("5.0", "0.0", "1.000");
        assertThat(schedule("0", 1)).containsExactly("0.0", "-1.0", "0.000");
        assertThat(schedule("1000", 20)).containsExactly("10.0", "-10.0", "0.500");
        assertThat(schedule("350", 0)).containsExactly("null", "null", "null");
    }
}
