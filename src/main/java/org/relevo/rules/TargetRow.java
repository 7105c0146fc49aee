package org.relevo.rules;

import java.time.Duration;
import java.util.List;

/** A row of {@code targets.csv}: how long a case of a type and priority may take, by one metric. */
public record TargetRow(
        int row, String type, Metric metric, Priority priority, Duration target, List<Integer> checkpoints) {

    public OpenCommitment open(String rule) {
        return new OpenCommitment(
                metric,
                target,
                checkpoints,
                rule,
                "%s within %s for priority %s".formatted(metric.word(), Words.of(target), priority));
    }
}
