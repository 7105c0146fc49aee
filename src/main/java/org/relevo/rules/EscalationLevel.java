package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code escalation-levels.csv}: whom a checkpoint tells.
 *
 * @param priority the priority it is meant for; null for every one
 */
public record EscalationLevel(
        int row, Metric metric, @Nullable Priority priority, int percent, Audience audience) {

    public Escalate tell(CheckpointFact checkpoint, String rule) {
        return tell(checkpoint, audience, rule);
    }

    public static Escalate tell(CheckpointFact checkpoint, Audience audience, String rule) {
        return new Escalate(checkpoint.metric(), checkpoint.percent(), audience, rule, because(checkpoint));
    }

    private static String because(CheckpointFact checkpoint) {
        return "%d %% of the %s target of a %s used%s%s"
                .formatted(
                        checkpoint.percent(),
                        checkpoint.metric().word(),
                        checkpoint.priority(),
                        checkpoint.metric() == Metric.RESPONSE ? ", nobody has acknowledged" : "",
                        checkpoint.late() ? ", seen late" : "");
    }
}
