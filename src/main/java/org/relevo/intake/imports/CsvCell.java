package org.relevo.intake.imports;

/** A cell as a spreadsheet may open it: quoted, and never taken for a formula. */
final class CsvCell {

    private static final String FORMULA = "=+-@\t\r";

    private CsvCell() {}

    static String of(String text) {
        var harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
