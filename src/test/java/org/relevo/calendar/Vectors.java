package org.relevo.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Sums that other projects' tests pin down. */
record Vectors(
        int row,
        String source,
        String timezone,
        String schedule,
        String holidays,
        String start,
        String operation,
        String argument,
        String expected) {

    static List<Vectors> all() {
        try (var in = Vectors.class.getResourceAsStream("business_hours_vectors.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(r -> new Vectors(
                            (int) r.getRecordNumber() + 1,
                            r.get("source"),
                            r.get("timezone"),
                            r.get("schedule"),
                            r.get("holidays"),
                            r.get("start"),
                            r.get("operation"),
                            r.get("argument"),
                            r.get("expected")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "row %d: %s %s %s = %s".formatted(row, start, operation, argument, expected);
    }
}
