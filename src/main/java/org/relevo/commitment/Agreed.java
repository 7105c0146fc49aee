package org.relevo.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.TimeTarget;

/**
 * What was agreed, as rules decided it.
 *
 * @param tier how much depends on the service, as it was then
 * @param target null for an amount
 * @param checkpoints in whole percent of the target, ascending
 * @param holdable whether it stands still when the case is put on hold
 * @param rule name of the rule that opened it
 */
public record Agreed(
        Agreement agreement,
        Metric metric,
        @Nullable String tier,
        @Nullable TimeTarget target,
        List<Integer> checkpoints,
        boolean holdable,
        String rule,
        String because) {

    static Agreed of(OpenCommitment decided) {
        return new Agreed(
                decided.agreement(),
                decided.metric(),
                decided.tier(),
                decided.target(),
                decided.checkpoints(),
                decided.holdable(),
                decided.rule(),
                decided.because());
    }
}
