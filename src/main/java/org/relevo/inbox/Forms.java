package org.relevo.inbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** Checks what was entered against a task's form: declared fields only, each of its type, none missing. */
final class Forms {

    private static final int LONGEST = 4000;

    private Forms() {}

    static Map<String, Object> check(List<FormField> form, Map<String, String> values) {
        var problems = new ArrayList<FieldProblem>();
        var known = form.stream().map(FormField::id).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(new FieldProblem(
                        key, "“%s” is no field of this form. It has: %s.".formatted(key, String.join(", ", known)))));
        var checked = new LinkedHashMap<String, Object>();
        for (var field : form) {
            var value = values.getOrDefault(field.id(), "").strip();
            if (value.isEmpty() && !field.type().equals("boolean")) {
                if (field.required()) {
                    problems.add(new FieldProblem(field.id(), "%s is required.".formatted(field.name())));
                }
                continue;
            }
            var read = read(field, value);
            if (read.problem() == null) {
                checked.put(field.id(), java.util.Objects.requireNonNull(read.value()));
            } else {
                problems.add(new FieldProblem(field.id(), read.problem()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return checked;
    }

    /** A value that was read, or why it could not be. */
    private record Read(@Nullable Object value, @Nullable String problem) {
        static Read of(Object value) {
            return new Read(value, null);
        }

        static Read refused(FormField field, String remedy) {
            return new Read(null, "%s: %s".formatted(field.name(), remedy));
        }
    }

    private static Read read(FormField field, String value) {
        try {
            return switch (field.type()) {
                case "long" -> Read.of(Long.parseLong(value));
                case "double" -> Read.of(Double.parseDouble(value));
                case "boolean" -> Read.of(value.equals("true") || value.equals("on"));
                case "date" -> Read.of(LocalDate.parse(value).toString());
                case "enum" ->
                    field.options().containsKey(value)
                            ? Read.of(value)
                            : Read.refused(
                                    field,
                                    "choose one of %s."
                                            .formatted(field.options().keySet()));
                default ->
                    value.length() <= LONGEST
                            ? Read.of(value)
                            : Read.refused(field, "write at most %d characters.".formatted(LONGEST));
            };
        } catch (NumberFormatException e) {
            return Read.refused(field, "“%s” is not a number. Write digits, such as 12.".formatted(value));
        } catch (DateTimeParseException e) {
            return Read.refused(field, "“%s” is not a date. Write it as 2026-11-30.".formatted(value));
        }
    }

    static String inWords(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : ": " + values.values().stream().map(String::valueOf).collect(Collectors.joining(" · "));
    }
}
