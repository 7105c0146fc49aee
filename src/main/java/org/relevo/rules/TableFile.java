package org.relevo.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;

/** A table as it was written: a header, and under it rows of cells. */
record TableFile(String file, List<String> header, List<Row> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    /** Reads a table; its header must be the one expected. */
    static TableFile read(String file, String text, List<String> header) {
        var lines = new ArrayList<Row>();
        var line = 0;
        try (var parser = FORMAT.parse(new StringReader(text))) {
            for (var cells : parser) {
                line = (int) parser.getCurrentLineNumber();
                lines.add(new Row(file, header, lines.size(), line, List.copyOf(cells.toList())));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw RuleBookProblem.at(
                    file, line + 1, 1, "this is no row of a table. Close every quotation mark that a cell opens.");
        }
        if (lines.isEmpty() || !lines.get(0).cells().equals(header)) {
            throw RuleBookProblem.at(
                    file, 1, 1, "the header is not as expected. Write %s.".formatted(String.join(",", header)));
        }
        var rows = List.copyOf(lines.subList(1, lines.size()));
        rows.forEach(Row::requireAllCells);
        return new TableFile(file, header, rows);
    }

    <R> List<R> map(Function<Row, R> reading) {
        return rows.stream().map(reading).toList();
    }

    /**
     * A row under the header.
     *
     * @param number counted from 1, the header not included
     * @param line of the file, counted from 1
     */
    record Row(String file, List<String> header, int number, int line, List<String> cells) {

        private void requireAllCells() {
            if (cells.size() != header.size()) {
                throw RuleBookProblem.at(
                        file,
                        line,
                        Math.min(cells.size(), header.size()) + 1,
                        "the row has %d cells instead of %d. Write one for each of %s."
                                .formatted(cells.size(), header.size(), String.join(",", header)));
            }
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        /** What is wrong with a cell. Its column is counted in cells, as a spreadsheet does. */
        RuleBookProblem problem(String column, String remedy) {
            return RuleBookProblem.at(
                    file, line, header.indexOf(column) + 1, "%s \"%s\": %s".formatted(column, text(column), remedy));
        }
    }
}
