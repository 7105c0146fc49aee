package org.relevo.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of projects' status and warnings. A rule book from before there were any computes none. */
final class StatusTables {

    private static final String COLOURS = "tables/status-colours.csv";
    private static final String CONTRADICTIONS = "tables/status-contradictions.csv";
    private static final String WARNINGS = "tables/forecast-warnings.csv";

    static final Map<String, List<String>> HEADERS = Map.of(
            COLOURS, List.of("figure", "aspect", "from", "below", "colour", "sentence"),
            CONTRADICTIONS, List.of("aspect", "declared", "computed", "ask after", "tell after"),
            WARNINGS, List.of("aspect", "kind", "at least", "history"));

    private StatusTables() {}

    static List<TableFile> read(RuleFiles files) {
        return Stream.of(COLOURS, CONTRADICTIONS, WARNINGS)
                .filter(files.texts()::containsKey)
                .map(path -> TableFile.read(path, files.required(path), Objects.requireNonNull(HEADERS.get(path))))
                .toList();
    }

    static List<Object> rows(List<TableFile> tables) {
        return tables.stream()
                .<Object>flatMap(table -> switch (table.file()) {
                    case COLOURS -> table.map(StatusTables::colour).stream();
                    case CONTRADICTIONS -> table.map(StatusTables::contradiction).stream();
                    default -> table.map(StatusTables::warning).stream();
                })
                .toList();
    }

    private static StatusColourRow colour(TableFile.Row row) {
        var from = number(row, "from");
        var below = number(row, "below");
        if (from == null && below == null) {
            throw row.problem("from", "write from which value on it counts, or below which.");
        }
        if (from != null && below != null && from.compareTo(below) >= 0) {
            throw row.problem("below", "write more than in the column \"from\".");
        }
        if (row.text("sentence").isBlank()) {
            throw row.problem("sentence", "write why, as a sentence.");
        }
        return new StatusColourRow(
                row.number(),
                Cells.word(row, "figure", StatusFigure.class),
                Cells.word(row, "aspect", StatusAspect.class),
                from,
                below,
                Cells.word(row, "colour", StatusColour.class),
                row.text("sentence"));
    }

    private static ContradictionRow contradiction(TableFile.Row row) {
        var declared = Cells.word(row, "declared", StatusColour.class);
        var computed = Cells.word(row, "computed", StatusColour.class);
        if (!declared.betterThan(computed)) {
            throw row.problem("declared", "write a better colour than the computed one.");
        }
        return new ContradictionRow(
                row.number(),
                Cells.every(row, "aspect") ? null : Cells.word(row, "aspect", StatusAspect.class),
                declared,
                computed,
                Cells.target(row, "ask after"),
                Cells.target(row, "tell after"));
    }

    private static ForecastWarningRow warning(TableFile.Row row) {
        return new ForecastWarningRow(
                row.number(),
                Cells.word(row, "aspect", StatusAspect.class),
                Cells.word(row, "kind", ForecastWarningRow.Kind.class),
                BigDecimal.valueOf(Cells.percent(row, "at least")),
                Cells.number(row, "history", 1, 999));
    }

    private static @Nullable BigDecimal number(TableFile.Row row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}([.][0-9]{1,3})?")) {
            throw row.problem(column, "write a number such as 10 or 0.95.");
        }
        return new BigDecimal(text);
    }
}
