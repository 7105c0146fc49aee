package org.relevo.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the tables of issue severities and of statuses. A rule book from before there were any says nothing of them. */
final class ProjectTables {

    private static final String SEVERITIES = "tables/issue-severities.csv";
    private static final String COLOURS = "tables/status-colours.csv";
    private static final String CONTRADICTIONS = "tables/status-contradictions.csv";

    static final Map<String, List<String>> HEADERS = Map.of(
            SEVERITIES, List.of("metric", "at least", "severity"),
            COLOURS, List.of("dimension", "figure", "when", "value", "colour"),
            CONTRADICTIONS, List.of("declared", "computed", "ask after", "tell after"));

    private ProjectTables() {}

    static List<TableFile> read(RuleFiles files) {
        return Stream.of(SEVERITIES, COLOURS, CONTRADICTIONS)
                .filter(files.texts()::containsKey)
                .map(path -> TableFile.read(path, files.required(path), Objects.requireNonNull(HEADERS.get(path))))
                .toList();
    }

    static List<Object> rows(List<TableFile> tables) {
        return tables.stream()
                .flatMap(table -> switch (table.file()) {
                    case SEVERITIES -> table.map(ProjectTables::severity).stream();
                    case COLOURS -> table.map(ProjectTables::colour).stream();
                    default -> table.map(ProjectTables::contradiction).stream();
                })
                .<Object>map(row -> row)
                .toList();
    }

    private static SeverityRow severity(TableFile.Row row) {
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

    private static ColourRow colour(TableFile.Row row) {
        var dimension = row.text("dimension");
        if (!List.of("TIME", "COST", "SCOPE").contains(dimension)) {
            throw row.problem("dimension", "write TIME, COST or SCOPE.");
        }
        var figures = List.of("SPI", "CPI", "TOLERANCE", "LATE_DELIVERY", "OVERDUE_MILESTONE");
        if (!figures.contains(row.text("figure"))) {
            throw row.problem("figure", "write one of %s.".formatted(String.join(", ", figures)));
        }
        if (!row.text("value").matches("[0-9]{1,6}([.][0-9]{1,3})?")) {
            throw row.problem("value", "write a number such as 0.95 or 75.");
        }
        return new ColourRow(
                row.number(),
                dimension,
                row.text("figure"),
                ColourRow.When.read(row.text("when"))
                        .orElseThrow(() -> row.problem("when", "write below, above or at least.")),
                new BigDecimal(row.text("value")),
                Cells.word(row, "colour", Colour.class));
    }

    private static ContradictionRow contradiction(TableFile.Row row) {
        var declared = Cells.word(row, "declared", Colour.class);
        var computed = Cells.word(row, "computed", Colour.class);
        if (computed.compareTo(declared) <= 0) {
            throw row.problem("computed", "write a worse colour than the declared one.");
        }
        return new ContradictionRow(
                row.number(), declared, computed, Cells.target(row, "ask after"), Cells.target(row, "tell after"));
    }
}
