package org.relevo.rules;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code status-colours.csv}: which colour a figure gives an aspect of a project's status.
 *
 * @param from the least value it is meant for; null where there is none
 * @param below what the value must be less than; null where there is no such end
 */
public record StatusColourRow(
        int row,
        StatusFigure figure,
        StatusAspect aspect,
        @Nullable BigDecimal from,
        @Nullable BigDecimal below,
        StatusColour colour,
        String sentence) {

    public boolean isFor(StatusFact fact) {
        return fact.figure() == figure
                && (from == null || fact.value().compareTo(from) >= 0)
                && (below == null || fact.value().compareTo(below) < 0);
    }

    public ColourStatus colour(StatusFact fact, String rule) {
        var of = fact.of().isEmpty() ? "" : " (" + fact.of() + ")";
        return new ColourStatus(
                aspect,
                colour,
                sentence,
                rule,
                "%s is %s%s: row %d of the table of status colours says %s"
                        .formatted(
                                figure.name().replace('_', ' '),
                                fact.value().toPlainString(),
                                of,
                                row,
                                colour.name().toLowerCase(Locale.ROOT)));
    }
}
