package org.relevo.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A row of {@code handover-debt.csv}: a sign that an incident traces to a cause, and how much it weighs.
 *
 * @param least how many terms of the cause must be found in the incident
 */
public record DebtSignRow(int row, Sign sign, Where where, int least, int weight) {

    /** What of a cause is looked for. */
    public enum Sign {
        CRITERION,
        COMPONENT,
        TAG,
        WORDS
    }

    /** Where in an incident it is looked for. */
    public enum Where {
        TITLE,
        LABELS,
        BOTH
    }

    /** What of the cause the incident has; nothing where it is less than needed. */
    List<String> found(ComparedFact compared) {
        var terms = terms(compared);
        var found = Stream.concat(
                        where == Where.LABELS ? Stream.empty() : compared.inTitle(terms).stream(),
                        where == Where.TITLE ? Stream.empty() : compared.inLabels(terms).stream())
                .distinct()
                .toList();
        return found.size() >= least ? found : List.of();
    }

    private List<String> terms(ComparedFact compared) {
        return switch (sign) {
            case CRITERION -> compared.criterion() == null ? List.of() : List.of(compared.criterion());
            case COMPONENT -> compared.components();
            case TAG -> compared.tags();
            case WORDS -> compared.words();
        };
    }

    String said(List<String> found) {
        return "%s %s (row %d)".formatted(sign.name().toLowerCase(Locale.ROOT), String.join(", ", found), row);
    }
}
