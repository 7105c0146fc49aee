package org.relevo.rules;

/**
 * Tells an audience about a commitment.
 *
 * @param level the checkpoint that caused it, in percent of the target
 */
public record Escalate(Metric metric, int level, Audience audience, String rule, String because) implements Decision {}
