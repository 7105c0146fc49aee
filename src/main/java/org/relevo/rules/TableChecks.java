package org.relevo.rules;

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
                Cells.word(row, "agreement", Agreement.class),
                timeMetric(row),
                Cells.word(row, "priority", Priority.class),
                Cells.every(row, "tier") ? null : Cells.key(row, "tier"),
                Cells.target(row, "target"),
                Cells.percents(row, "checkpoints"),
                Cells.yes(row, "hold")));
        requireDistinct(table, "target", List.of("type", "agreement", "metric", "priority", "tier"));
        var byKind = rows.stream()
                .collect(Collectors.groupingBy(row -> row.type() + " " + row.agreement() + " " + row.metric()));
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

    private static Metric timeMetric(TableFile.Row row) {
        var metric = Cells.word(row, "metric", Metric.class);
        if (metric.amount()) {
            throw row.problem("metric", "it counts an amount, not time. Write a metric of time, such as RESPONSE.");
        }
        return metric;
    }

    static CalendarTable calendars(TableFile table) {
        var rows = table.map(row -> {
            var calendar = row.text("calendar");
            var whose = calendar.startsWith("=") ? null : Cells.word(row, "calendar", CalendarRow.Whose.class);
            return new CalendarRow(
                    row.number(),
                    Cells.every(row, "agreement") ? null : Cells.word(row, "agreement", Agreement.class),
                    Cells.every(row, "metric") ? null : Cells.word(row, "metric", Metric.class),
                    Cells.every(row, "priority") ? null : Cells.word(row, "priority", Priority.class),
                    Cells.every(row, "tier") ? null : Cells.key(row, "tier"),
                    whose,
                    whose == null ? calendar.substring(1) : null);
        });
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        require(
                table,
                last != null
                        && last.key() != null
                        && last.agreement() == null
                        && last.metric() == null
                        && last.priority() == null
                        && last.tier() == null,
                "the last row does not name a calendar for whatever no row before it is meant for: *,*,*,*,=always");
        return new CalendarTable(rows);
    }

    static List<PlanRow> plan(TableFile table) {
        var rows = table.map(row -> new PlanRow(
                row.number(),
                Cells.word(row, "priority", Priority.class),
                Cells.word(row, "audience", UpdateAudience.class),
                Cells.target(row, "first update within"),
                Cells.target(row, "cadence"),
                Cells.percents(row, "checkpoints"),
                Cells.word(row, "template", UpdateTemplate.class)));
        requireDistinct(table, "audience", List.of("priority", "audience"));
        return rows;
    }

    static List<MajorSign> major(TableFile table) {
        var rows = table.map(row -> new MajorSign(
                row.number(),
                Cells.word(row, "sign", MajorSign.Sign.class),
                Cells.number(row, "at least", 1, 999_999)));
        requireDistinct(table, "at least", List.of("sign"));
        return rows;
    }

    static List<ClosingRow> closing(TableFile table) {
        var rows = table.map(row -> new ClosingRow(
                row.number(),
                Cells.word(row, "priority", Priority.class),
                Cells.duration(row, "quiet time"),
                Cells.duration(row, "reopen within")));
        requireDistinct(table, "quiet time", List.of("priority"));
        for (var priority : Priority.values()) {
            require(
                    table,
                    rows.stream().anyMatch(row -> row.priority() == priority),
                    "there is no row for " + priority);
        }
        return rows;
    }

    static List<TeamRow> teams(TableFile table) {
        var rows = table.map(row ->
                new TeamRow(row.number(), Cells.word(row, "purpose", TeamRow.Purpose.class), Cells.key(row, "team")));
        requireDistinct(table, "team", List.of("purpose"));
        require(table, !rows.isEmpty(), "there is no row for triage");
        return rows;
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
