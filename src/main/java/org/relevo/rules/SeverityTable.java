package org.relevo.rules;

import java.util.List;

/** Reads the table of issue severities. A rule book from before there was one rates no issue by itself. */
final class SeverityTable {

    static final String FILE = "tables/issue-severities.csv";
    private static final List<String> HEADER = List.of("metric", "at least", "severity");

    private SeverityTable() {}

    static List<TableFile> read(RuleFiles files) {
        return files.texts().containsKey(FILE)
                ? List.of(TableFile.read(FILE, files.required(FILE), HEADER))
                : List.of();
    }

    static List<SeverityRow> rows(List<TableFile> tables) {
        return tables.stream()
                .flatMap(table -> table.map(SeverityTable::row).stream())
                .toList();
    }

    private static SeverityRow row(TableFile.Row row) {
        var metric = Cells.word(row, "metric", Metric.class);
        if (!metric.amount() || metric == Metric.BUDGET) {
            throw row.problem("metric", "write SCHEDULE_DAYS, FORECAST_COST or SCOPE.");
        }
        return new SeverityRow(
                row.number(),
                metric,
                Cells.number(row, "at least", 0, 9_999),
                Cells.word(row, "severity", Rating.class));
    }
}
