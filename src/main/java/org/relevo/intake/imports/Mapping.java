package org.relevo.intake.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal.FieldProblem;

/**
 * Which column of a file holds what.
 *
 * @param origin short name of the tool that wrote the file
 * @param datePattern as {@link DateTimeFormatter} writes it
 * @param zone in which dates without an offset are meant
 * @param missing what the tool writes where it has no value
 * @param prefix put before the tool's numbers, where they have none of their own
 * @param columns field to column; several columns joined by {@code +} are joined for a title
 * @param values field to what the tool writes and what that is here
 */
record Mapping(
        String name,
        String origin,
        String delimiter,
        String datePattern,
        String zone,
        String missing,
        String prefix,
        Map<String, String> columns,
        Map<String, Map<String, String>> values) {

    List<String> columnsOf(Field field) {
        var column = columns.get(field.key());
        if (column == null || column.isBlank()) {
            return List.of();
        }
        return field == Field.TITLE || field == Field.DESCRIPTION
                ? Arrays.stream(column.split(" \\+ ")).map(String::strip).toList()
                : List.of(column);
    }

    /** What a tool's value is here; null where the mapping does not know it. */
    @Nullable
    String value(Field field, String theirs) {
        var known = values.get(field.key());
        return known == null ? null : known.get(theirs);
    }

    /** Dates that do not exist, such as 31 February, are errors. */
    DateTimeFormatter dates() {
        return DateTimeFormatter.ofPattern(datePattern.replace("y", "u"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** What is wrong with the mapping itself, each with its remedy. */
    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        if (name.isBlank() || name.length() > 100) {
            problems.add(new FieldProblem("name", "Give it a name of at most 100 characters."));
        }
        if (!origin.matches("[a-z][a-z0-9-]{1,29}")) {
            problems.add(new FieldProblem(
                    "origin", "Name the tool in 2 to 30 lower-case letters, digits or hyphens, such as servicenow."));
        }
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            problems.add(
                    new FieldProblem("delimiter", "Give the one character that parts the columns, such as , or ;."));
        }
        if (!prefix.isEmpty() && !prefix.matches("[A-Za-z]{2,10}-?")) {
            problems.add(new FieldProblem(
                    "prefix", "Give 2 to 10 letters and perhaps a hyphen, such as SD-, or leave it empty."));
        }
        checkDates(problems);
        checkColumns(problems);
        checkValues(problems);
        return problems;
    }

    private void checkDates(List<FieldProblem> problems) {
        try {
            dates();
            if (datePattern.isBlank()) {
                problems.add(new FieldProblem("datePattern", "Say how dates are written, such as d/M/yyyy HH:mm."));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(
                    "datePattern",
                    "\"%s\" is no pattern for dates. Write it as d/M/yyyy HH:mm.".formatted(datePattern)));
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(
                    "zone", "\"%s\" is no time zone. Write it as UTC or Europe/Berlin.".formatted(zone)));
        }
    }

    private void checkColumns(List<FieldProblem> problems) {
        for (var field : Field.REQUIRED) {
            if (columnsOf(field).isEmpty()) {
                problems.add(new FieldProblem("columns." + field.key(), "Choose the column that holds it."));
            }
        }
        columns.keySet().stream()
                .filter(key -> Field.of(key).isEmpty())
                .forEach(key -> problems.add(new FieldProblem("columns." + key, "Unknown field. Remove it.")));
    }

    private void checkValues(List<FieldProblem> problems) {
        for (var field : Field.values()) {
            var known = values.getOrDefault(field.key(), Map.of());
            if (field.coded() && !columnsOf(field).isEmpty() && known.isEmpty()) {
                problems.add(new FieldProblem(
                        "values." + field.key(),
                        "Say what each value of the column is here: one of %s."
                                .formatted(String.join(", ", field.constants()))));
            }
            known.forEach((theirs, ours) -> {
                if (!field.constants().contains(ours)) {
                    problems.add(new FieldProblem(
                            "values." + field.key(),
                            "\"%s\" cannot be \"%s\". Use one of %s."
                                    .formatted(theirs, ours, String.join(", ", field.constants()))));
                }
            });
        }
    }
}
