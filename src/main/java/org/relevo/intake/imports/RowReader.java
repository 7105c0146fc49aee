package org.relevo.intake.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.Sha256;
import org.relevo.platform.Refusal;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;

/** Reads the rows of one file through a mapping. */
class RowReader {

    private static final int LONGEST_VALUE = 10_000;

    private final Mapping mapping;
    private final List<String> header;
    private final DateTimeFormatter dates;
    private final ZoneId zone;
    private final Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
    private final MessageDigest hash;

    RowReader(Mapping mapping, List<String> header) {
        this.mapping = mapping;
        this.header = header;
        this.dates = mapping.dates();
        this.zone = ZoneId.of(mapping.zone());
        this.hash = Sha256.digest();
        checkHeader();
        for (var field : Field.values()) {
            places.put(
                    field,
                    mapping.columnsOf(field).stream().map(header::indexOf).toList());
        }
    }

    /** Why a row is not taken. */
    static class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }

    private void checkHeader() {
        var missing = mapping.columns().keySet().stream()
                .flatMap(key -> Field.of(key).stream())
                .flatMap(field -> mapping.columnsOf(field).stream())
                .filter(column -> !header.contains(column))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refusal.Invalid(
                    "file",
                    "The file has no column %s, which the mapping \"%s\" reads. Choose another mapping, or make one for this header row."
                            .formatted(missing, mapping.name()));
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new Refusal.Invalid("file", "Two columns of the file have the same name. Rename one of them.");
        }
    }

    ImportedRow read(CsvRows.Row row) throws Unreadable {
        if (row.problem() != null) {
            throw new Unreadable(row.problem());
        }
        if (row.values().size() != header.size()) {
            throw new Unreadable("Has %d columns where the header row has %d."
                    .formatted(row.values().size(), header.size()));
        }
        var values = values(row);
        for (var field : Field.REQUIRED) {
            if (!values.containsKey(field)) {
                throw new Unreadable(
                        "Column %s is empty.".formatted(mapping.columns().get(field.key())));
            }
        }
        var codes = codes(values);
        var state = State.valueOf(codes.getOrDefault(Field.STATE, ""));
        return new ImportedRow(
                row.line(),
                number(values),
                date(Field.RAISED_AT, values),
                state.open() ? null : endedAt(values),
                date(Field.EVENT_AT, values),
                sequence(values),
                values,
                codes,
                key(row.values()));
    }

    private Map<Field, String> values(CsvRows.Row row) throws Unreadable {
        var values = new EnumMap<Field, String>(Field.class);
        for (var place : places.entrySet()) {
            var value = place.getValue().stream()
                    .map(index -> row.values().get(index).strip())
                    .filter(text -> !text.isEmpty() && !text.equals(mapping.missing()))
                    .collect(Collectors.joining(" · "));
            if (value.length() > LONGEST_VALUE) {
                throw new Unreadable("Column %s holds more than 10,000 characters.".formatted(column(place.getKey())));
            }
            if (!value.isEmpty()) {
                values.put(place.getKey(), value);
            }
        }
        return values;
    }

    private Map<Field, String> codes(Map<Field, String> values) throws Unreadable {
        var codes = new EnumMap<Field, String>(Field.class);
        for (var value : values.entrySet()) {
            if (value.getKey().coded()) {
                var code = mapping.value(value.getKey(), value.getValue());
                if (code == null) {
                    throw new Unreadable("Column %s holds \"%s\", which the mapping does not know."
                            .formatted(column(value.getKey()), clip(value.getValue())));
                }
                codes.put(value.getKey(), code);
            }
        }
        return codes;
    }

    private String number(Map<Field, String> values) throws Unreadable {
        var number = mapping.prefix() + values.get(Field.NUMBER);
        try {
            return new WorkItemNumber(number).value();
        } catch (Refusal.NotFound e) {
            throw new Unreadable(
                    "\"%s\" cannot be a number here: 2 to 10 letters, then 1 to 12 digits. Give the mapping a prefix if the letters are missing."
                            .formatted(clip(number)));
        }
    }

    private @Nullable Instant endedAt(Map<Field, String> values) throws Unreadable {
        if (values.containsKey(Field.RESOLVED_AT)) {
            return date(Field.RESOLVED_AT, values);
        }
        return values.containsKey(Field.CLOSED_AT) ? date(Field.CLOSED_AT, values) : date(Field.EVENT_AT, values);
    }

    private Instant date(Field field, Map<Field, String> values) throws Unreadable {
        var text = values.getOrDefault(field, "");
        try {
            var parsed = dates.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime exact) {
                return exact.toInstant();
            }
            var local = parsed instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) parsed;
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable("Column %s holds \"%s\", which is no date of the form %s."
                    .formatted(column(field), clip(text), mapping.datePattern()));
        }
    }

    private long sequence(Map<Field, String> values) throws Unreadable {
        var text = values.getOrDefault(Field.SEQUENCE, "0");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Unreadable(
                    "Column %s holds \"%s\", which is no whole number.".formatted(column(Field.SEQUENCE), clip(text)));
        }
    }

    private String key(List<String> values) {
        for (var value : values) {
            hash.update(value.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        return mapping.origin() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
    }

    private @Nullable String column(Field field) {
        return mapping.columns().get(field.key());
    }

    private static String clip(@Nullable String text) {
        return text == null ? "" : text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
