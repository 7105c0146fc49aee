package org.relevo.project.earned;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the formula it follows from, or why there is none.
 *
 * @param name such as CPI
 * @param formula such as EV / AC
 * @param numbers the formula with its numbers in place of its letters; null where there is no figure
 * @param remark why there is no figure, or what is to be known about it
 */
public record Figure(
        String name,
        Unit unit,
        String formula,
        @Nullable String numbers,
        @Nullable BigDecimal value,
        @Nullable Remark remark) {

    /** What it counts, and so with how many digits it is said. */
    public enum Unit {
        MONEY(2),
        INDEX(3),
        DAYS(1);

        private final int digits;

        Unit(int digits) {
            this.digits = digits;
        }

        /** Halves go to the even neighbour. */
        BigDecimal rounded(BigDecimal value) {
            return value.setScale(digits, RoundingMode.HALF_EVEN);
        }
    }

    /** Why there is no figure, or what is to be known about it. */
    public enum Remark {
        NO_WORK("No work package has a budget yet. Add the first."),
        NOT_PLANNED("Nothing was planned to be done by this day."),
        NOT_SPENT("Nothing was spent by this day."),
        NOT_EARNED("Nothing was earned by this day."),
        NOT_BEGUN("The first work package has not begun by this day."),
        NOTHING_LEFT("All the budget is spent, so no performance reaches it any longer."),
        OVERSPENT("More than the budget is spent; a negative index says that no performance reaches it any longer."),
        DONE("All the work is done."),
        NO_FORECAST("Nothing is budgeted in the project's money yet.");

        private final String text;

        Remark(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public boolean known() {
        return value != null;
    }

    /** The value with as many digits as its unit is said with. */
    public @Nullable BigDecimal rounded() {
        return value == null ? null : unit.rounded(value);
    }

    static Figure none(String name, Unit unit, String formula, Remark why) {
        return new Figure(name, unit, formula, null, null, why);
    }
}
