package org.relevo.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the tables of RCA demands and of quiet windows. A rule book from before there were any demands nothing. */
final class RcaTables {

    private static final String DEMANDS = "tables/rca-demands.csv";
    private static final String WINDOWS = "tables/quiet-windows.csv";

    static final Map<String, List<String>> HEADERS = Map.of(
            DEMANDS, List.of("type", "cause", "priority", "metric", "at least", "within", "owner"),
            WINDOWS, List.of("priority", "tier", "days"));

    private RcaTables() {}

    static List<TableFile> read(RuleFiles files) {
        return Stream.of(DEMANDS, WINDOWS)
                .filter(files.texts()::containsKey)
                .map(path -> TableFile.read(path, files.required(path), Objects.requireNonNull(HEADERS.get(path))))
                .toList();
    }

    static List<Object> rows(List<TableFile> tables) {
        return tables.stream()
                .flatMap(table -> table.file().equals(DEMANDS)
                        ? table.map(RcaTables::demand).stream()
                        : table.map(RcaTables::window).stream())
                .<Object>map(row -> row)
                .toList();
    }

    private static DemandRow demand(TableFile.Row row) {
        var cause = DemandRow.Cause.read(row.text("cause"))
                .orElseThrow(() -> row.problem("cause", "write resolved, breach, repeat or user minutes."));
        return new DemandRow(
                row.number(),
                Cells.type(row, "type"),
                cause,
                Cells.every(row, "priority") ? null : Cells.word(row, "priority", Priority.class),
                cause == DemandRow.Cause.BREACH ? Cells.word(row, "metric", Metric.class) : null,
                counts(cause) ? Cells.number(row, "at least", 1, 999_999) : 0,
                cause == DemandRow.Cause.REPEAT ? Cells.number(row, "within", 1, 3_650) : 0,
                DemandRow.Owner.read(row.text("owner"))
                        .orElseThrow(() -> row.problem("owner", "write service owner or assignee.")));
    }

    private static boolean counts(DemandRow.Cause cause) {
        return cause == DemandRow.Cause.REPEAT || cause == DemandRow.Cause.USER_MINUTES;
    }

    private static QuietWindowRow window(TableFile.Row row) {
        return new QuietWindowRow(
                row.number(),
                Cells.word(row, "priority", Priority.class),
                Cells.every(row, "tier") ? null : Cells.key(row, "tier"),
                Cells.number(row, "days", 1, 3_650));
    }
}
