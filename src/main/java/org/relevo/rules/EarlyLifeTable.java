package org.relevo.rules;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads the table of what a service must show before its early life support ends; the first row for a tier counts. */
final class EarlyLifeTable {

    static final String FILE = "tables/early-life-exit.csv";
    static final List<String> COLUMNS = List.of("tier", "days in a row", "incidents a day", "statement days");

    static final String ANSWERS = "tables/early-life-answers.csv";
    static final List<String> ANSWER_COLUMNS = List.of("tier", "priority", "answers");

    private EarlyLifeTable() {}

    static Stream<Object> answers(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var priority = row.text("priority");
            var every = row.text("tier").equals("*");
            if (!seen.add(row.text("tier") + " " + priority)
                    || seen.contains("* " + priority) && !every
                    || every
                            && seen.stream()
                                            .filter(one -> one.endsWith(" " + priority))
                                            .count()
                                    > 1) {
                throw row.problem("priority", "an earlier row says something of the same. Delete one of the two.");
            }
        }
        return table
                .map(row -> new EarlyAnswerRow(
                        row.number(),
                        HandoverTables.tier(row),
                        Cells.word(row, "priority", Priority.class),
                        Cells.word(row, "answers", EarlyAnswer.Who.class)))
                .stream()
                .map(Object.class::cast);
    }

    static Stream<Object> rows(TableFile table) {
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var tier = row.text("tier");
            if (!seen.add(tier)) {
                throw row.problem("tier", "an earlier row says something of the same. Delete one of the two.");
            }
            if (tier.equals("*") && seen.size() > 1) {
                throw row.problem(
                        "tier",
                        "a row for every tier says what other rows say too. Name the tiers, or keep only this row.");
            }
            if (seen.contains("*") && seen.size() > 1) {
                throw row.problem("tier", "a row before it is for every tier. Delete one of the two.");
            }
        }
        return table.map(EarlyLifeTable::row).stream().map(Object.class::cast);
    }

    private static EarlyLifeRow row(TableFile.Row row) {
        return new EarlyLifeRow(
                row.number(),
                HandoverTables.tier(row),
                Cells.number(row, "days in a row", 1, 365),
                Cells.number(row, "incidents a day", 0, 9_999),
                Cells.number(row, "statement days", 1, 365));
    }
}
