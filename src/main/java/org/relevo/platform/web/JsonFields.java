package org.relevo.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read one by one. A field that is wrong is noted under its JSON pointer and reading goes
 * on, so that all problems are told at once by {@link #check}.
 */
public final class JsonFields {

    private static final int MOST_PROBLEMS = 20;

    private final JsonNode node;
    private final String pointer;
    private final List<FieldProblem> problems;

    JsonFields(JsonNode node, String pointer, List<FieldProblem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Refuses the whole body if any field of it was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        }
    }

    public void refuse(String name, String message) {
        problems.add(new FieldProblem(pointer(name), message));
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public boolean isText(String name) {
        return has(name) && node.get(name).isString();
    }

    public boolean isObject(String name) {
        return has(name) && node.get(name).isObject();
    }

    /** A field as a text, whatever it is: what is no text is written as JSON. Empty where it is not there. */
    public String plain(String name) {
        return has(name) ? JsonText.plain(node.get(name)) : "";
    }

    /** The pointer of a field: {@code /alerts/0/startsAt}. */
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Refuses, by name, every field that is not one of these. */
    public void only(String... known) {
        var names = Set.of(known);
        node.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> refuse(
                        JsonText.clip(name),
                        "Unknown field. Remove it; known are %s.".formatted(String.join(", ", known))));
    }

    /** A text that must be there. */
    public String text(String name) {
        var text = textOrNull(name);
        if (text == null || text.isBlank()) {
            if (!has(name) || node.get(name).isString()) {
                refuse(name, "Missing or blank. Give it as a text.");
            }
            return "";
        }
        return text;
    }

    public @Nullable String textOrNull(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            refuse(name, "Is %s. Give it as a text.".formatted(JsonText.kind(value)));
            return null;
        }
        return JsonText.clean(value.asString());
    }

    /** A text that is at most so many characters long. */
    public @Nullable String textOrNull(String name, int longest) {
        var text = textOrNull(name);
        if (text != null && text.length() > longest) {
            refuse(name, "Has %,d characters. Shorten it to %,d.".formatted(text.length(), longest));
        }
        return text;
    }

    /** All fields of this object as texts, without those that are null. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        node.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> texts.put(JsonText.clean(field.getKey()), JsonText.plain(field.getValue())));
        return texts;
    }

    /** An object of texts, such as labels; what is no text is kept as JSON. */
    public Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        var value = node.get(name);
        if (value != null && value.isObject()) {
            value.properties().forEach(e -> texts.put(JsonText.clean(e.getKey()), JsonText.plain(e.getValue())));
        } else if (value != null && !value.isNull()) {
            refuse(name, "Is %s. Give it as an object of texts.".formatted(JsonText.kind(value)));
        }
        return texts;
    }

    /** A list of texts; empty where it is not there. */
    public List<String> list(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || !value.values().stream().allMatch(JsonNode::isString)) {
            refuse(name, "Is %s. Give it as a list of texts.".formatted(JsonText.kind(value)));
            return List.of();
        }
        return value.values().stream()
                .map(text -> JsonText.clean(text.asString()))
                .toList();
    }

    /** A list of objects that must be there. */
    public List<JsonFields> objects(String name) {
        var value = node.get(name);
        if (value == null || !value.isArray()) {
            refuse(name, "Is %s. Give it as a list of objects.".formatted(JsonText.kind(value)));
            return List.of();
        }
        var objects = new ArrayList<JsonFields>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                objects.add(new JsonFields(value.get(i), pointer(name) + "/" + i, problems));
            } else {
                problems.add(new FieldProblem(
                        pointer(name) + "/" + i,
                        "Is %s. Give it as an object.".formatted(JsonText.kind(value.get(i)))));
            }
        }
        return objects;
    }

    /** An object that must be there. */
    public @Nullable JsonFields object(String name) {
        var value = node.get(name);
        if (value == null || !value.isObject()) {
            refuse(name, "Is %s. Give it as an object.".formatted(JsonText.kind(value)));
            return null;
        }
        return new JsonFields(value, pointer(name), problems);
    }

    /** True or false, which must be there. */
    public boolean flag(String name) {
        var value = node.get(name);
        if (value == null || !value.isBoolean()) {
            refuse(name, value == null ? "Missing. Give true or false." : "Is neither. Give true or false.");
            return false;
        }
        return value.asBoolean();
    }

    /** A whole number that is not negative; 0 where it is not there. */
    public int count(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
            refuse(name, "Is no count. Give it as a whole number from 0.");
            return 0;
        }
        return value.asInt();
    }

    /** An instant that must be there, to the microsecond; null only where it was refused. */
    public @Nullable Instant instant(String name) {
        if (!has(name)) {
            refuse(name, "Missing. Give it as a date and time with offset, such as 2026-01-31T08:15:00Z.");
        }
        return instantOrNull(name);
    }

    public @Nullable Instant instantOrNull(String name) {
        var text = textOrNull(name);
        if (text == null) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(text.strip()).withOffsetSameInstant(ZoneOffset.UTC);
            if (at.getYear() >= 1 && at.getYear() <= 9999) {
                return at.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // told below
        }
        refuse(
                name,
                "\"%s\" is no date and time with offset. Write it as 2026-01-31T08:15:00Z."
                        .formatted(JsonText.clip(text)));
        return null;
    }

    /** One of the constants of an enum, in upper or lower case, that must be there; null only where it was refused. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> of) {
        if (!has(name)) {
            refuse(name, "Missing. Use one of %s.".formatted(Choices.words(of.getEnumConstants())));
        }
        return choiceOrNull(name, of);
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> of) {
        var text = textOrNull(name);
        if (text == null) {
            return null;
        }
        var allowed = of.getEnumConstants();
        return Arrays.stream(allowed)
                .filter(e -> e.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseGet(() -> {
                    refuse(
                            name,
                            "\"%s\" is not known. Use one of %s."
                                    .formatted(JsonText.clip(text), Choices.words(allowed)));
                    return null;
                });
    }
}
