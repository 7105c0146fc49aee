package org.relevo.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tables of handovers. A rule book from before there were any demands nothing of a handover. */
final class HandoverTables {

    private static final String CRITERIA = "tables/handover-criteria.csv";
    static final Map<String, List<String>> HEADERS = Map.of(
            CRITERIA,
            List.of("tier", "criterion", "title", "measure", "need", "limit", "owner", "days before"),
            DebtTables.SIGNS,
            DebtTables.SIGN_COLUMNS,
            DebtTables.TOLERANCES,
            DebtTables.TOLERANCE_COLUMNS,
            EarlyLifeTable.FILE,
            EarlyLifeTable.COLUMNS,
            EarlyLifeTable.ANSWERS,
            EarlyLifeTable.ANSWER_COLUMNS);
    private static final Set<String> TIERS = Set.of("gold", "silver", "bronze");

    private HandoverTables() {}

    static List<TableFile> read(RuleFiles files) {
        return HEADERS.keySet().stream()
                .sorted()
                .filter(files.texts()::containsKey)
                .map(file -> TableFile.read(file, files.required(file), Objects.requireNonNull(HEADERS.get(file))))
                .toList();
    }

    static List<Object> rows(List<TableFile> tables) {
        return tables.stream()
                .flatMap(table -> switch (table.file()) {
                    case CRITERIA -> criteria(table);
                    case EarlyLifeTable.FILE -> EarlyLifeTable.rows(table);
                    case EarlyLifeTable.ANSWERS -> EarlyLifeTable.answers(table);
                    default -> DebtTables.rows(table);
                })
                .toList();
    }

    private static Stream<Object> criteria(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var key = row.text("criterion");
            if (!seen.add(row.text("tier") + " " + key) || !row.text("tier").equals("*") && seen.contains("* " + key)) {
                throw row.problem("criterion", "an earlier row says something of the same. Delete one of the two.");
            }
        }
        return table.map(HandoverTables::criterion).stream().map(Object.class::cast);
    }

    private static CriterionRow criterion(TableFile.Row row) {
        var title = row.text("title");
        if (title.isBlank() || title.length() > 200) {
            throw row.problem("title", "write what is to be shown, in 1 to 200 characters.");
        }
        return new CriterionRow(
                row.number(),
                tier(row),
                Cells.key(row, "criterion"),
                title,
                Cells.word(row, "measure", Measure.class),
                Cells.word(row, "need", Need.class),
                Cells.number(row, "limit", 0, 999_999),
                Cells.word(row, "owner", CriterionRow.Owner.class),
                Cells.number(row, "days before", 0, 999));
    }

    static @org.jspecify.annotations.Nullable String tier(TableFile.Row row) {
        if (Cells.every(row, "tier")) {
            return null;
        }
        if (!TIERS.contains(row.text("tier"))) {
            throw row.problem("tier", "write gold, silver, bronze, or * for every tier.");
        }
        return row.text("tier");
    }
}
