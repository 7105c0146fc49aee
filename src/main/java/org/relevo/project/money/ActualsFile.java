package org.relevo.project.money;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.relevo.platform.Refusal;

/** A CSV file of what was spent: with {@code ;} or {@code ,} between its values, whichever its first line has more of. */
final class ActualsFile {

    static final Set<String> NEEDED = Set.of("reference", "day", "amount");
    static final Set<String> OPTIONAL =
            Set.of("line", "quantity", "currency", "rate", "rate_on", "order", "supplier", "description");
    private static final int MOST_ROWS = 20_000;

    private ActualsFile() {}

    /** One row: the line on which it ends, as it was, and by column. */
    record Row(int line, String text, Map<String, String> values) {}

    static List<Row> rows(String file) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        var first = text.lines().findFirst().orElse("");
        var delimiter = first.chars().filter(c -> c == ';').count()
                        >= first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        try (var records = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text))) {
            var rows = new ArrayList<Row>();
            List<String> header = List.of();
            for (var one : records) {
                if (header.isEmpty()) {
                    header = header(one);
                } else {
                    rows.add(row(header, one, (int) records.getCurrentLineNumber(), delimiter));
                }
            }
            if (rows.isEmpty()) {
                throw refused("It has no rows. Give a line of column names and then one row for each payment.");
            }
            if (rows.size() > MOST_ROWS) {
                throw refused("It has more than %,d rows. Split it.".formatted(MOST_ROWS));
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw refused("Its quotes are not in order. Put a whole value in quotes, and double a quote inside it.");
        }
    }

    private static List<String> header(CSVRecord first) {
        var names =
                first.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
        for (var name : NEEDED) {
            if (!names.contains(name)) {
                throw refused("The column %s is missing. Needed are reference, day and amount.".formatted(name));
            }
        }
        for (var name : names) {
            if (!NEEDED.contains(name) && !OPTIONAL.contains(name)) {
                throw refused("There is no column \"%s\". Rename it or leave it out.".formatted(name));
            }
        }
        return names;
    }

    private static Row row(List<String> header, CSVRecord record, int line, char delimiter) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
            values.put(header.get(i), record.get(i));
        }
        if (record.size() > header.size()) {
            values.put("", record.get(header.size()));
        }
        return new Row(line, String.join(String.valueOf(delimiter), record.values()), values);
    }

    private static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid(List.of(new Refusal.FieldProblem("file", why)));
    }
}
