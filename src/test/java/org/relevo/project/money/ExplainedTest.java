package org.relevo.project.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why more or less was spent than budgeted: ten servers at 100 each, of which five are budgeted by now. */
class ExplainedTest {

    private static Explained of(String used, String spent, String remaining) {
        return Explained.of(position("10", "1000.00", "500.00", used, spent, remaining));
    }

    private static Position position(
            String budgeted, String budget, String toDate, String used, String spent, String remaining) {
        return new Position(
                new BigDecimal(budgeted),
                new BigDecimal(budget),
                new BigDecimal(toDate),
                new BigDecimal(used),
                new BigDecimal(spent),
                new BigDecimal(remaining));
    }

    private static void parts(Explained one, String volume, String rate, String timing, String unplanned) {
        assertThat(one.volume()).as("volume").isEqualByComparingTo(volume);
        assertThat(one.rate()).as("rate").isEqualByComparingTo(rate);
        assertThat(one.timing()).as("timing").isEqualByComparingTo(timing);
        assertThat(one.unplanned()).as("unplanned").isEqualByComparingTo(unplanned);
    }

    @Test
    void asBudgetedThereIsNothingToExplain() {
        parts(of("5", "500.00", "5"), "0", "0", "0", "0");
    }

    @Test
    void eachCauseByItselfIsOnePart() {
        parts(of("7", "700.00", "5"), "200", "0", "0", "0");
        parts(of("5", "600.00", "5"), "0", "100", "0", "0");
        parts(of("7", "700.00", "3"), "0", "0", "200", "0");
        parts(of("3", "300.00", "7"), "0", "0", "-200", "0");
        parts(Explained.of(position("0", "0.00", "0.00", "1", "80.00", "0")), "0", "0", "0", "80");
    }

    @Test
    void severalCausesAreToldApart() {
        parts(of("8", "880.00", "4"), "200", "80", "100", "0");
    }

    @Test
    void thePartsOfTenThousandBudgetsSumToTheCent() {
        var random = new Random(20_261_123);
        for (int i = 0; i < 10_000; i++) {
            var sum = Explained.NOTHING;
            var deviation = BigDecimal.ZERO;
            for (int line = random.nextInt(12); line >= 0; line--) {
                var at = random(random);
                sum = sum.plus(Explained.of(at));
                deviation = deviation.add(at.spent()).subtract(at.budgetToDate());
            }
            assertThat(sum.total()).as("budget %d", i).isEqualByComparingTo(deviation);
            assertThat(sum.total().scale()).isLessThanOrEqualTo(2);
        }
    }

    private static Position random(Random random) {
        var unplanned = random.nextInt(6) == 0;
        var budget = unplanned ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(-50_000, 90_000_000), 2);
        return new Position(
                unplanned ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(0, 10_000_000), random.nextInt(5)),
                budget,
                unplanned ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(0, 90_000_000), 2),
                BigDecimal.valueOf(random.nextLong(0, 10_000_000), random.nextInt(5)),
                BigDecimal.valueOf(random.nextLong(-90_000, 90_000_000), 2),
                BigDecimal.valueOf(random.nextLong(0, 10_000_000), random.nextInt(5)));
    }
}
