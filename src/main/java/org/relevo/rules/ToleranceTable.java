package org.relevo.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the table of projects' tolerances. A rule book from before there was one allows none by itself. */
final class ToleranceTable {

    static final String FILE = "tables/tolerances.csv";
    private static final List<String> HEADER = List.of("metric", "at least", "amount", "percent", "checkpoints");

    private ToleranceTable() {}

    static List<TableFile> read(RuleFiles files) {
        return files.texts().containsKey(FILE)
                ? List.of(TableFile.read(FILE, files.required(FILE), HEADER))
                : List.of();
    }

    static List<ToleranceRow> rows(List<TableFile> tables) {
        tables.forEach(ToleranceTable::requireDistinct);
        return tables.stream()
                .flatMap(table -> table.map(ToleranceTable::row).stream())
                .toList();
    }

    private static void requireDistinct(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            if (!seen.add(row.text("metric").toUpperCase(Locale.ROOT) + " " + row.text("at least"))) {
                throw row.problem("at least", "an earlier row says something of the same. Delete one of the two.");
            }
        }
    }

    private static ToleranceRow row(TableFile.Row row) {
        var metric = Cells.word(row, "metric", Metric.class);
        if (!metric.amount()) {
            throw row.problem("metric", "it counts time. Write SCHEDULE_DAYS, FORECAST_COST, BUDGET or SCOPE.");
        }
        var amount = number(row, "amount");
        var percent = number(row, "percent");
        if ((amount == null) == (percent == null)) {
            throw row.problem("amount", "write an amount or a percent, one of the two.");
        }
        var allowed = amount == null ? percent : amount;
        if (allowed != null && allowed.signum() == 0) {
            throw row.problem("amount", "write a tolerance above zero.");
        }
        var least = number(row, "at least");
        return new ToleranceRow(
                row.number(),
                metric,
                least == null ? BigDecimal.ZERO : least,
                amount,
                percent,
                Cells.percents(row, "checkpoints"));
    }

    private static @Nullable BigDecimal number(TableFile.Row row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,12}([.][0-9]{1,2})?")) {
            throw row.problem(column, "write a number such as 10 or 2.5.");
        }
        return new BigDecimal(text);
    }
}
