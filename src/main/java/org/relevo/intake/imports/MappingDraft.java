package org.relevo.intake.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mapping as it is being typed.
 *
 * @param header the header row that it is made for
 * @param fields {@code column.<field>} and {@code values.<field>}, as typed
 */
record MappingDraft(String key, String header, Mapping rest, Map<String, String> fields) {

    private static final Map<Field, String> USUAL = Map.of(
            Field.STATE, "New = NEW\nIn Progress = ACKNOWLEDGED\nResolved = RESOLVED\nClosed = CLOSED",
            Field.PRIORITY, "1 - Critical = P1\n2 - High = P2\n3 - Moderate = P3\n4 - Low = P4",
            Field.IMPACT, "1 - High = HIGH\n2 - Medium = MEDIUM\n3 - Low = LOW",
            Field.URGENCY, "1 - High = HIGH\n2 - Medium = MEDIUM\n3 - Low = LOW");

    /** What is put before somebody who has given a header row: columns of the same name are chosen already. */
    static MappingDraft of(String header, String delimiter) {
        var fields = new LinkedHashMap<String, String>();
        var columns = columns(header, delimiter);
        for (var field : Field.values()) {
            columns.stream()
                    .filter(column -> plain(column).equals(plain(field.key())))
                    .findFirst()
                    .ifPresent(column -> fields.put("column." + field.key(), column));
            if (field.coded()) {
                fields.put("values." + field.key(), USUAL.getOrDefault(field, ""));
            }
        }
        var rest = new Mapping("", "", delimiter, "yyyy-MM-dd HH:mm:ss", "UTC", "", "", Map.of(), Map.of());
        return new MappingDraft("", header, rest, fields);
    }

    static MappingDraft read(Map<String, String> typed) {
        var columns = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, Map<String, String>>();
        for (var field : Field.values()) {
            var column = typed.getOrDefault("column." + field.key(), "").strip();
            if (!column.isEmpty()) {
                columns.put(field.key(), column);
                if (field.coded()) {
                    values.put(field.key(), pairs(typed.getOrDefault("values." + field.key(), "")));
                }
            }
        }
        var delimiter = typed.getOrDefault("delimiter", ",");
        var rest = new Mapping(
                text(typed, "name"),
                text(typed, "origin"),
                delimiter,
                text(typed, "datePattern"),
                text(typed, "zone"),
                text(typed, "missing"),
                text(typed, "prefix"),
                columns,
                values);
        return new MappingDraft(text(typed, "key"), text(typed, "header"), rest, typed);
    }

    public List<String> columns() {
        return columns(header, rest.delimiter());
    }

    public String typed(String name) {
        return fields.getOrDefault(name, "");
    }

    private static List<String> columns(String header, String delimiter) {
        var parted = delimiter.length() == 1 ? delimiter : ",";
        return CsvRows.cells(header, parted.charAt(0)).stream()
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(MappingDraft::pair)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, LinkedHashMap::new));
    }

    private static String[] pair(String line) {
        var at = line.lastIndexOf('=');
        return at < 0
                ? new String[] {line, ""}
                : new String[] {
                    line.substring(0, at).strip(),
                    line.substring(at + 1).strip().toUpperCase(Locale.ROOT)
                };
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
