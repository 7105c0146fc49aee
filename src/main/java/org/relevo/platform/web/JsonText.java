package org.relevo.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands in a JSON document, as text that can be stored and told. */
final class JsonText {

    private JsonText() {}

    /** PostgreSQL stores no NUL character, and an alert is not refused for one. */
    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static String plain(JsonNode value) {
        return clean(value.isString() ? value.asString() : value.toString());
    }

    static String clip(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    static String kind(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "missing";
        }
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
