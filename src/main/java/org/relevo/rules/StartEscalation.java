package org.relevo.rules;

/**
 * Starts an escalation about a commitment, where none by that policy has started yet.
 *
 * @param percent the checkpoint that caused it, in percent of the target
 * @param policy what it will do
 */
public record StartEscalation(
        Agreement agreement, Metric metric, int percent, EscalationPolicy policy, String rule, String because)
        implements Decision {}
