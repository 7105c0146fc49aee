package org.relevo.rules;

/**
 * A row of {@code issue-severities.csv}: how severe an issue is that takes so much of a tolerance.
 *
 * @param atLeast whole percent; of the rows that fit, the one with the largest counts
 */
public record SeverityRow(int row, Metric metric, int atLeast, Rating severity) {

    public boolean isFor(ImpactFact impact) {
        return impact.metric() == metric && impact.percent() >= atLeast;
    }

    public boolean isStricter(SeverityRow other) {
        return metric == other.metric && atLeast > other.atLeast;
    }

    public RateImpact rate(ImpactFact impact, String rule) {
        return new RateImpact(
                metric,
                severity,
                rule,
                "%s: it takes %,d %% of the tolerance, row %d of the table of issue severities says %s from %d %% on"
                        .formatted(metric.word(), impact.percent(), row, severity.word(), atLeast));
    }
}
