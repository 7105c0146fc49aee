package org.relevo.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.FormField;
import org.relevo.platform.Refusal;

/**
 * One field of a task's form as a person fills it in.
 *
 * @param control {@code text}, {@code area}, {@code number}, {@code date}, {@code check} or {@code select}
 * @param step what a number may be a multiple of
 */
record FormControl(
        FormField field,
        String control,
        @Nullable String step,
        @Nullable String value,
        @Nullable String problem) {

    private static final Pattern LONG_TEXT =
            Pattern.compile("(?i).*(text|summary|description|note|cause|words|reason|position|question)$");

    /** The controls of a form; what was sent and refused is kept, with the problem beside its field. */
    static List<FormControl> of(
            List<FormField> form, @Nullable Map<String, String> sent, Refusal.@Nullable Invalid refused) {
        return form.stream().map(field -> of(field, sent, refused)).toList();
    }

    private static FormControl of(
            FormField field, @Nullable Map<String, String> sent, Refusal.@Nullable Invalid refused) {
        var value = sent == null ? field.value() : sent.get(field.id());
        return new FormControl(field, control(field), step(field), value, problem(field, refused));
    }

    private static String control(FormField field) {
        return switch (field.type()) {
            case "long", "double" -> "number";
            case "date" -> "date";
            case "boolean" -> "check";
            case "enum" -> "select";
            default -> LONG_TEXT.matcher(field.id()).matches() ? "area" : "text";
        };
    }

    private static @Nullable String step(FormField field) {
        return switch (field.type()) {
            case "long" -> "1";
            case "double" -> "any";
            default -> null;
        };
    }

    private static @Nullable String problem(FormField field, Refusal.@Nullable Invalid refused) {
        return Optional.ofNullable(refused).stream()
                .flatMap(r -> r.problems().stream())
                .filter(p -> p.field().equals(field.id()) || p.field().equals("/" + field.id()))
                .map(Refusal.FieldProblem::message)
                .findFirst()
                .orElse(null);
    }

    public boolean checked() {
        return "true".equals(value) || "on".equals(value);
    }
}
