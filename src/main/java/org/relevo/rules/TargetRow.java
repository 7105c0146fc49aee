package org.relevo.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code targets.csv}: how long a case of a type and priority may take, by one metric of one agreement.
 *
 * @param tier the tier of service it is meant for; null for every one that has no row of its own
 * @param holdable whether it stands still while the case is on hold
 */
public record TargetRow(
        int row,
        String type,
        Agreement agreement,
        Metric metric,
        Priority priority,
        @Nullable String tier,
        TimeTarget target,
        List<Integer> checkpoints,
        boolean holdable) {

    public OpenCommitment open(CaseFact fact, CalendarTable calendars, String rule) {
        var calendar = calendars.choose(fact, this);
        return new OpenCommitment(
                agreement,
                metric,
                fact.tier(),
                target,
                checkpoints,
                holdable,
                calendar.calendar(),
                calendar.because(),
                rule,
                "%s within %s for priority %s%s"
                        .formatted(
                                metric.word(),
                                target.words(),
                                priority,
                                tier == null ? "" : " on a service of tier " + tier));
    }
}
