package org.relevo.intake.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some rows of a file, written in the caller's transaction. */
class ImportBatch {

    private final Mapping mapping;
    private final CaseRows rows;
    private final Map<String, CaseRows.Known> known = new LinkedHashMap<>();
    private final Map<String, ImportedRow> latest = new LinkedHashMap<>();
    private final List<CaseRows.Event> events = new ArrayList<>();
    private final List<ImportRuns.Refused> refused = new ArrayList<>();
    private final LinkedHashSet<String> added = new LinkedHashSet<>();
    private long appended;

    ImportBatch(Mapping mapping, CaseRows rows) {
        this.mapping = mapping;
        this.rows = rows;
    }

    void write(RowReader reader, List<CsvRows.Row> lines) {
        var read = new ArrayList<ImportedRow>();
        for (var line : lines) {
            try {
                read.add(reader.read(line));
            } catch (RowReader.Unreadable e) {
                refuse(line.line(), line.text(), String.valueOf(e.getMessage()));
            }
        }
        known.putAll(rows.known(read.stream().map(ImportedRow::number).collect(Collectors.toSet())));
        var texts = lines.stream().collect(Collectors.toMap(CsvRows.Row::line, CsvRows.Row::text));
        for (var row : read) {
            take(row, texts.getOrDefault(row.line(), ""));
        }
        append();
    }

    private void take(ImportedRow row, String text) {
        var there = known.get(row.number());
        if (there != null && !mapping.origin().equals(there.origin())) {
            refuse(
                    row.line(),
                    text,
                    "%s is a case %s. Give the mapping a prefix to tell them apart."
                            .formatted(
                                    row.number(),
                                    there.origin() == null ? "of Relevo's own" : "from " + there.origin()));
            return;
        }
        events.add(new CaseRows.Event(
                row.number(),
                row.at(),
                told(row, there == null ? null : there.lastValues()),
                row.text(Field.EVENT_BY, mapping.origin()),
                recorded(row),
                row.key()));
        if (there == null) {
            added.add(row.number());
        }
        if (there == null || row.notBefore(there.lastAt(), there.lastSequence())) {
            latest.put(row.number(), row);
            known.put(row.number(), new CaseRows.Known(mapping.origin(), row.at(), row.sequence(), row.values()));
        }
    }

    /** A case that is there is changed only by events that are new: a file read twice undoes nothing done since. */
    private void append() {
        writeCases(row -> added.contains(row.number()));
        var distinct = new LinkedHashMap<String, CaseRows.Event>();
        events.forEach(event -> distinct.putIfAbsent(event.number() + event.key(), event));
        var written = rows.append(List.copyOf(distinct.values()));
        appended = written.size();
        writeCases(row -> !added.contains(row.number()) && written.contains(row.key()));
    }

    private void writeCases(Predicate<ImportedRow> which) {
        var cases = latest.values().stream().filter(which).toList();
        if (!cases.isEmpty()) {
            rows.write(cases, mapping);
        }
    }

    /** What changed against the event before: {@code State: New → Resolved.} */
    private static String told(ImportedRow row, @Nullable Map<Field, String> before) {
        if (before == null) {
            return "Opened: "
                    + Field.TOLD.stream()
                            .filter(row.values()::containsKey)
                            .map(field -> field.key() + " " + row.values().get(field))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        var changes = Field.TOLD.stream()
                .filter(field -> !Objects.equals(before.get(field), row.values().get(field)))
                .map(field -> "%s: %s → %s"
                        .formatted(
                                field.key(),
                                or(before.get(field)),
                                or(row.values().get(field))))
                .collect(Collectors.joining("; "));
        return changes.isEmpty() ? "Updated; nothing that is imported changed." : capital(changes) + ".";
    }

    /** What the tool recorded at this event, in our words. */
    private static String recorded(ImportedRow row) {
        return Field.TOLD.stream()
                .filter(row.codes()::containsKey)
                .map(field -> field.key() + " " + row.codes().get(field))
                .collect(Collectors.joining(", "));
    }

    private static String or(@Nullable String value) {
        return value == null ? "none" : value;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void refuse(long line, String text, String reason) {
        var kept = text.length() > 4000 ? text.substring(0, 4000) + "…" : text;
        refused.add(new ImportRuns.Refused(line, reason, kept));
    }

    long items() {
        return added.size();
    }

    long events() {
        return appended;
    }

    long unchanged() {
        return events.size() - appended;
    }

    List<ImportRuns.Refused> refused() {
        return refused;
    }
}
