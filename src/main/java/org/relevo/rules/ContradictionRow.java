package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code status-contradictions.csv}.
 *
 * @param aspect null for each
 * @param ask how long until its author is asked
 * @param tell how long after that until the sponsor is told
 */
public record ContradictionRow(
        int row,
        @Nullable StatusAspect aspect,
        StatusColour declared,
        StatusColour computed,
        TimeTarget ask,
        TimeTarget tell) {

    public boolean isFor(ContradictionFact fact) {
        return (aspect == null || aspect == fact.aspect())
                && declared == fact.declared()
                && computed == fact.computed();
    }

    public boolean isNarrower(ContradictionRow other) {
        return aspect != null && other.aspect == null;
    }

    public QuestionStatus question(String rule) {
        return new QuestionStatus(
                ask,
                tell,
                rule,
                "row %d of the table of status contradictions asks the author after %s and tells the sponsor %s later"
                        .formatted(row, ask.words(), tell.words()));
    }
}
