package org.relevo.project.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relevo.project.ReportPart.Table;
import org.relevo.project.earned.EarnedValue.Point;

/**
 * The tables of a report in each language that Relevo speaks, and its chart.
 *
 * @param tables by language, such as {@code en}
 */
public record ReportContent(Map<String, List<Table>> tables, List<Point> points) {

    public List<Table> tables(Locale reader) {
        return tables.getOrDefault(reader.getLanguage(), tables.getOrDefault("en", List.of()));
    }
}
