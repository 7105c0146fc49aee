package org.relevo.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Reads the table of exception reports. A rule book from before there was one demands none. */
final class ExceptionTable {

    static final String FILE = "tables/exception-reports.csv";
    private static final List<String> HEADER = List.of("metric", "level", "submit", "decide", "decides", "checkpoints");

    private ExceptionTable() {}

    static List<TableFile> read(RuleFiles files) {
        return files.texts().containsKey(FILE)
                ? List.of(TableFile.read(FILE, files.required(FILE), HEADER))
                : List.of();
    }

    static List<ExceptionRow> rows(List<TableFile> tables) {
        tables.forEach(ExceptionTable::requireDistinct);
        return tables.stream()
                .flatMap(table -> table.map(ExceptionTable::row).stream())
                .toList();
    }

    private static void requireDistinct(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            if (!seen.add((row.text("metric") + " " + row.text("level")).toUpperCase(Locale.ROOT))) {
                throw row.problem("level", "an earlier row says something of the same. Delete one of the two.");
            }
        }
    }

    private static ExceptionRow row(TableFile.Row row) {
        var metric = Cells.word(row, "metric", Metric.class);
        if (!metric.amount() || metric == Metric.BUDGET) {
            throw row.problem("metric", "write SCHEDULE_DAYS, FORECAST_COST or SCOPE.");
        }
        return new ExceptionRow(
                row.number(),
                metric,
                Cells.word(row, "level", ExceptionRow.Level.class),
                Cells.target(row, "submit"),
                Cells.target(row, "decide"),
                decides(row),
                Cells.percents(row, "checkpoints"));
    }

    private static ExceptionRow.Decides decides(TableFile.Row row) {
        return switch (row.text("decides").toLowerCase(Locale.ROOT)) {
            case "sponsor" -> ExceptionRow.Decides.SPONSOR;
            case "project manager" -> ExceptionRow.Decides.PROJECT_MANAGER;
            default -> throw row.problem("decides", "write sponsor or project manager.");
        };
    }
}
