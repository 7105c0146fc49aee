package org.relevo.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The table of the signs by which an incident is compared with what was waived, open or late. */
public record DebtSigns(List<DebtSignRow> rows) {

    public DebtSigns {
        rows = List.copyOf(rows);
    }

    /** What the signs weigh together that the two have in common. */
    public int weight(ComparedFact compared) {
        return rows.stream()
                .filter(row -> !row.found(compared).isEmpty())
                .mapToInt(DebtSignRow::weight)
                .sum();
    }

    public ProposeTrace propose(ComparedFact compared, String rule) {
        return new ProposeTrace(
                compared.kind(),
                compared.reference(),
                weight(compared),
                rule,
                "both have %s; together %d"
                        .formatted(
                                rows.stream()
                                        .filter(row -> !row.found(compared).isEmpty())
                                        .map(row -> row.said(row.found(compared)))
                                        .collect(Collectors.joining(" and ")),
                                weight(compared)));
    }
}
