package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.relevo.platform.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON body that is hostile until proven otherwise: bounded in bytes and depth, errors with line and column. */
public final class JsonBody {

    /** The most bytes that a body may have where nothing else is said. */
    public static final int LIMIT = 256 * 1024;

    /** The deepest nesting of objects and arrays. */
    public static final int DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The body as one JSON object, at most {@link #LIMIT} bytes long. */
    public static JsonFields object(HttpServletRequest request) {
        return object(bytes(request, LIMIT));
    }

    public static JsonFields object(byte[] body) {
        var node = read(body);
        if (!node.isObject()) {
            throw new Refusal.Invalid("", "The body is no JSON object. Send one that begins with {.");
        }
        return new JsonFields(node, "", new ArrayList<>());
    }

    /** The body as it came, if it is not longer than the limit. */
    public static byte[] bytes(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLarge(limit);
        }
        try {
            var bytes = request.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BodyTooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw new Refusal.Invalid("", "The body is empty. Send a JSON object.");
        }
        try {
            return MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new Refusal.Invalid(
                    "",
                    "The JSON goes beyond a limit: objects and arrays nest at most %d deep, numbers have at most 1,000 digits."
                            .formatted(DEPTH));
        } catch (JacksonException e) {
            throw new Refusal.Invalid("", "The body is no valid JSON%s: %s".formatted(place(e), reason(e)));
        }
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String reason(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        var sentence = message.length() > 200 ? message.substring(0, 200) + "…" : message;
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
