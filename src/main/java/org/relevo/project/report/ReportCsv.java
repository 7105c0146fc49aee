package org.relevo.project.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.relevo.project.ReportPart.Table;

/** A part of a report as CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe. */
public final class ReportCsv {

    private static final String FORMULA = "=+@\t\r";

    private ReportCsv() {}

    public static String of(Table table) {
        var text = new StringBuilder();
        try (var out = CSVFormat.RFC4180.print(text)) {
            out.printRecord(table.heads());
            for (var row : table.rows()) {
                out.printRecord(harmless(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> harmless(List<String> row) {
        return row.stream().map(ReportCsv::harmless).toList();
    }

    /** A minus stays where it begins a number. */
    private static String harmless(String cell) {
        var formula = !cell.isEmpty()
                && (FORMULA.indexOf(cell.charAt(0)) >= 0 || cell.charAt(0) == '-' && !cell.matches("-[0-9.]+"));
        return formula ? "'" + cell : cell;
    }
}
