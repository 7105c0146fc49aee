package org.relevo.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert-mapping.csv}, from top to bottom. */
record LabelTable(List<Row> rows) implements AlertMapping {

    private static final Set<String> SOURCES = Set.of("*", "alertmanager", "grafana", "pagerduty");
    private static final int LONGEST_SHOWN = 100;

    static LabelTable of(TableFile table) {
        return new LabelTable(table.map(LabelTable::row));
    }

    private static Row row(TableFile.Row row) {
        if (!SOURCES.contains(row.text("source"))) {
            throw row.problem("source", "write %s.".formatted(String.join(" or ", new TreeSet<>(SOURCES))));
        }
        if (!row.has("service") && !row.has("impact") && !row.has("urgency")) {
            throw row.problem("service", "the row decides nothing. Fill in service, impact or urgency, or delete it.");
        }
        var service = row.text("service");
        if (row.has("service") && !service.startsWith("=")) {
            Cells.key(row, "service");
        }
        return new Row(
                row.number(),
                row.text("source"),
                labels(row),
                row.has("service") ? service : null,
                row.has("impact") ? Cells.word(row, "impact", Rating.class) : null,
                row.has("urgency") ? Cells.word(row, "urgency", Rating.class) : null);
    }

    private static List<LabelMatch> labels(TableFile.Row row) {
        var text = row.text("match");
        return Arrays.stream(text.split(text.contains(";") ? ";" : "\\s+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    var equals = part.indexOf('=');
                    if (equals < 1) {
                        throw row.problem(
                                "match", "write label=value, several with ; between them; * stands for anything.");
                    }
                    return LabelMatch.of(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip());
                })
                .toList();
    }

    @Override
    public Mapped map(String source, Map<String, String> labels) {
        var matching = rows.stream().filter(row -> row.matches(source, labels)).toList();
        var deciding = new LinkedHashSet<Row>();
        var service = first(matching, deciding, row -> row.serviceIn(labels));
        var impact = first(matching, deciding, Row::impact);
        var urgency = first(matching, deciding, Row::urgency);
        return new Mapped(service, impact, urgency, because(deciding, labels));
    }

    private static <V> @Nullable V first(List<Row> matching, Set<Row> deciding, Function<Row, @Nullable V> column) {
        for (var row : matching) {
            var value = column.apply(row);
            if (value != null) {
                deciding.add(row);
                return value;
            }
        }
        return null;
    }

    private static String because(Set<Row> deciding, Map<String, String> labels) {
        if (deciding.isEmpty()) {
            return "no row of alert-mapping matches";
        }
        var numbers = new ArrayList<>(
                deciding.stream().map(row -> String.valueOf(row.number())).toList());
        var last = numbers.remove(numbers.size() - 1);
        var reasons =
                deciding.stream().map(row -> row.reason(labels)).distinct().collect(Collectors.joining(", "));
        return numbers.isEmpty()
                ? "alert-mapping row %s: %s".formatted(last, reasons)
                : "alert-mapping rows %s and %s: %s".formatted(String.join(", ", numbers), last, reasons);
    }

    /**
     * A row.
     *
     * @param service a key, or {@code =} and the label whose value is the key
     */
    record Row(
            int number,
            String source,
            List<LabelMatch> labels,
            @Nullable String service,
            @Nullable Rating impact,
            @Nullable Rating urgency) {

        boolean matches(String from, Map<String, String> found) {
            return (source.equals("*") || source.equals(from))
                    && labels.stream().allMatch(label -> label.matches(found));
        }

        @Nullable
        String serviceIn(Map<String, String> found) {
            if (service == null || !service.startsWith("=")) {
                return service;
            }
            var value = found.getOrDefault(service.substring(1), "").strip();
            return value.isEmpty() ? null : value;
        }

        String reason(Map<String, String> found) {
            if (labels.isEmpty()) {
                return source.equals("*") ? "any alert" : "any alert from " + source;
            }
            return labels.stream()
                    .map(label -> label.name() + "=" + shown(found.getOrDefault(label.name(), "")))
                    .collect(Collectors.joining(", "));
        }

        private static String shown(String value) {
            return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
        }
    }

    /** What a label's value must look like. */
    record LabelMatch(String name, Pattern value) {

        static LabelMatch of(String name, String glob) {
            var expression =
                    Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return new LabelMatch(name, Pattern.compile(expression, Pattern.DOTALL));
        }

        boolean matches(Map<String, String> found) {
            var text = found.get(name);
            return text != null && !text.isBlank() && value.matcher(text).matches();
        }
    }
}
