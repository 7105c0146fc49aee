package org.relevo.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code status-colours.csv}: the colour that a figure beyond a threshold gives. */
public record ColourRow(int row, String dimension, String figure, When when, BigDecimal value, Colour colour) {

    /** On which side of the threshold. */
    public enum When {
        BELOW,
        ABOVE,
        AT_LEAST;

        static Optional<When> read(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(text.strip()))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public boolean isFor(StatusFact fact) {
        if (!fact.dimension().equals(dimension) || !fact.figure().equals(figure)) {
            return false;
        }
        var order = fact.value().compareTo(value);
        return switch (when) {
            case BELOW -> order < 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    public ColourStatus colour(StatusFact fact, String rule) {
        return new ColourStatus(
                dimension,
                colour,
                rule,
                "%s: row %d of the table of status colours says %s %s %s"
                        .formatted(fact.said(), row, colour.word(), when.word(), value.toPlainString()));
    }
}
