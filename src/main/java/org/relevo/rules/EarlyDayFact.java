package org.relevo.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of early life support that is over.
 *
 * @param missed how many agreed targets of the service were missed on it
 * @param incidents how many incidents of the service were raised on it; drills do not count
 * @param severe how many P1 and P2 of the service were open at its end
 * @param stated how many days before its end somebody last said that users can work; null where nobody did, or somebody
 *     has said since that they cannot
 * @param overdue how many actions were overdue at its end
 */
public record EarlyDayFact(
        String tier,
        LocalDate day,
        int missed,
        int incidents,
        int severe,
        @Nullable Integer stated,
        int overdue) implements Fact {

    public EarlyDayFails missedTargets(String rule) {
        return new EarlyDayFails("TARGETS", rule, "%d agreed targets were missed".formatted(missed));
    }

    public EarlyDayFails severeOpen(String rule) {
        return new EarlyDayFails("SEVERE", rule, "%d P1 or P2 were open at its end".formatted(severe));
    }

    public EarlyDayFails actionsOverdue(String rule) {
        return new EarlyDayFails("ACTIONS", rule, "%d actions were overdue at its end".formatted(overdue));
    }
}
