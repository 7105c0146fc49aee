package org.relevo.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables into facts, and refuses what would leave a case undecided or decided twice. */
final class TableChecks {

    private TableChecks() {}

    static List<PriorityRow> matrix(TableFile table) {
        var rows = table.map(row -> new PriorityRow(
                row.number(),
                Cells.word(row, "impact", Rating.class),
                Cells.word(row, "urgency", Rating.class),
                Cells.word(row, "priority", Priority.class)));
        requireDistinct(table, "priority", List.of("impact", "urgency"));
        for (var impact : Rating.values()) {
            for (var urgency : Rating.values()) {
                require(
                        table,
                        rows.stream().anyMatch(row -> row.impact() == impact && row.urgency() == urgency),
                        "there is no row for impact %s and urgency %s".formatted(impact.word(), urgency.word()));
            }
        }
        return rows;
    }

    static List<DefaultRating> defaults(TableFile table) {
        var rows = table.map(row -> new DefaultRating(
                row.number(), Cells.word(row, "rating", Aspect.class), Cells.word(row, "default", Rating.class)));
        requireDistinct(table, "default", List.of("rating"));
        for (var aspect : Aspect.values()) {
            require(
                    table,
                    rows.stream().anyMatch(row -> row.aspect() == aspect),
                    "there is no row for the %s".formatted(aspect.word()));
        }
        return rows;
    }

    static List<TargetRow> targets(TableFile table) {
        var rows = table.map(row -> new TargetRow(
                row.number(),
                Cells.type(row, "type"),
                Cells.word(row, "metric", Metric.class),
                Cells.word(row, "priority", Priority.class),
                Cells.duration(row, "target"),
                Cells.percents(row, "checkpoints")));
        requireDistinct(table, "target", List.of("type", "metric", "priority"));
        var byKind = rows.stream().collect(Collectors.groupingBy(row -> row.type() + " " + row.metric()));
        byKind.forEach((kind, ofKind) -> {
            for (var priority : Priority.values()) {
                require(
                        table,
                        ofKind.stream().anyMatch(row -> row.priority() == priority),
                        "there is no row for %s %s".formatted(kind, priority));
            }
        });
        return rows;
    }

    static List<TeamRow> teams(TableFile table) {
        var rows = table.map(row ->
                new TeamRow(row.number(), Cells.word(row, "purpose", TeamRow.Purpose.class), Cells.key(row, "team")));
        requireDistinct(table, "team", List.of("purpose"));
        require(table, !rows.isEmpty(), "there is no row for triage");
        return rows;
    }

    /** A level counts only where a checkpoint of the targets falls on it: one that never comes is refused. */
    static List<EscalationLevel> levels(TableFile table, List<TargetRow> targets) {
        var rows = new ArrayList<EscalationLevel>();
        for (var row : table.rows()) {
            var level = new EscalationLevel(
                    row.number(),
                    Cells.word(row, "metric", Metric.class),
                    row.text("priority").equals("*") ? null : Cells.word(row, "priority", Priority.class),
                    Cells.percent(row, "percent"),
                    Cells.word(row, "audience", Audience.class));
            targets.stream()
                    .filter(target -> target.metric() == level.metric())
                    .filter(target -> level.priority() == null || target.priority() == level.priority())
                    .filter(target -> !target.checkpoints().contains(level.percent()))
                    .findFirst()
                    .ifPresent(without -> {
                        throw row.problem(
                                "percent",
                                "row %d of targets.csv has no such checkpoint. Add it there, or use one of %s."
                                        .formatted(without.row(), without.checkpoints()));
                    });
            rows.add(level);
        }
        requireDistinct(table, "audience", List.of("metric", "priority", "percent", "audience"));
        requireNoOverlap(table, rows);
        return List.copyOf(rows);
    }

    private static void requireNoOverlap(TableFile table, List<EscalationLevel> levels) {
        for (var level : levels) {
            levels.stream()
                    .filter(every -> every.priority() == null && level.priority() != null)
                    .filter(every -> every.metric() == level.metric()
                            && every.percent() == level.percent()
                            && every.audience() == level.audience())
                    .findFirst()
                    .ifPresent(every -> {
                        throw table.rows()
                                .get(level.row() - 1)
                                .problem(
                                        "priority",
                                        "row %d tells the same for every priority. Delete one of the two."
                                                .formatted(every.row()));
                    });
        }
    }

    private static void requireDistinct(TableFile table, String column, List<String> identity) {
        Map<List<String>, TableFile.Row> seen = new HashMap<>();
        for (var row : table.rows()) {
            var earlier = seen.put(
                    identity.stream()
                            .map(name -> row.text(name).toLowerCase(java.util.Locale.ROOT))
                            .toList(),
                    row);
            if (earlier != null) {
                throw row.problem(
                        column,
                        "line %d says something of the same already. Delete one of the two.".formatted(earlier.line()));
            }
        }
    }

    private static void require(TableFile table, boolean satisfied, String lack) {
        if (!satisfied) {
            var last = table.rows().isEmpty()
                    ? 1
                    : table.rows().get(table.rows().size() - 1).line();
            throw RuleBookProblem.at(table.file(), last + 1, 1, lack + ". Add one.");
        }
    }
}
