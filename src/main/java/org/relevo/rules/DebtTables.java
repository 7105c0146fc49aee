package org.relevo.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables of handover debt: the signs that an incident traces to a handover, and how much is tolerated. */
final class DebtTables {

    static final String SIGNS = "tables/handover-debt.csv";
    static final List<String> SIGN_COLUMNS = List.of("sign", "compared with", "at least", "weight");
    static final String TOLERANCES = "tables/handover-debt-tolerances.csv";
    static final List<String> TOLERANCE_COLUMNS = List.of("tier", "minutes", "cost");

    private DebtTables() {}

    static Stream<Object> rows(TableFile table) {
        return switch (table.file()) {
            case SIGNS -> Stream.of(new DebtSigns(table.map(DebtTables::sign)));
            case TOLERANCES -> tolerances(table);
            default -> Stream.empty();
        };
    }

    private static DebtSignRow sign(TableFile.Row row) {
        return new DebtSignRow(
                row.number(),
                Cells.word(row, "sign", DebtSignRow.Sign.class),
                Cells.word(row, "compared with", DebtSignRow.Where.class),
                Cells.number(row, "at least", 1, 99),
                Cells.number(row, "weight", 1, 99));
    }

    private static Stream<Object> tolerances(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var tier = row.text("tier");
            if (!seen.add(tier) || !tier.equals("*") && seen.contains("*")) {
                throw row.problem("tier", "an earlier row says something of the same. Delete one of the two.");
            }
        }
        return table
                .map(row -> new DebtToleranceRow(
                        row.number(),
                        HandoverTables.tier(row),
                        Cells.number(row, "minutes", 0, 9_999_999),
                        BigDecimal.valueOf(Cells.number(row, "cost", 0, 999_999_999))))
                .stream()
                .map(Object.class::cast);
    }
}
