package org.relevo.rules;

/**
 * Tells an audience about a commitment, once.
 *
 * @param level the checkpoint that caused it, in percent of the target
 */
public record Escalate(Metric metric, int level, Audience audience, String rule, String because) implements Decision {

    public static Escalate tell(CheckpointFact checkpoint, Audience audience, String rule) {
        return new Escalate(checkpoint.metric(), checkpoint.percent(), audience, rule, checkpoint.because());
    }
}
