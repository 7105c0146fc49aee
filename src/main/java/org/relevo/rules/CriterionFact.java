package org.relevo.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of a handover, when the rules say whether it is met.
 *
 * @param figure null where no data shows it
 * @param said what the figure counts, in words
 * @param confirmed whether a person has confirmed it, with evidence
 */
public record CriterionFact(
        String key, Measure measure, @Nullable BigDecimal figure, int limit, String said, boolean confirmed)
        implements Fact {

    /** Whether the figure is where it must be; a figure exactly at the limit is. */
    public boolean reached() {
        if (figure == null) {
            return false;
        }
        var side = figure.compareTo(BigDecimal.valueOf(limit));
        return measure.atMost() ? side <= 0 : side >= 0;
    }

    public CriterionMet metByFigure(String rule) {
        return new CriterionMet(
                key, rule, "%s; %s %d is needed".formatted(said, measure.atMost() ? "at most" : "at least", limit));
    }

    public CriterionMet metByEvidence(String rule) {
        return new CriterionMet(key, rule, said);
    }
}
