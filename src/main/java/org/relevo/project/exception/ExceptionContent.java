package org.relevo.project.exception;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an exception report says.
 *
 * @param texts the newest text of each section that has one
 * @param versions what was submitted, returned and decided, the first first
 */
public record ExceptionContent(
        Map<ExceptionSection, Text> texts, List<ExceptionOption> options, List<Version> versions) {

    /** @param drafted whether it is as Relevo drafted it from the figures */
    public record Text(ExceptionSection section, int version, String text, boolean drafted, String by, Instant at) {}

    /** @param verb {@code SUBMITTED}, {@code RETURNED} or {@code DECIDED} */
    public record Version(
            int version, String verb, @Nullable String reason, String by, Instant at) {}

    public String text(ExceptionSection section) {
        var text = texts.get(section);
        return text == null ? "" : text.text();
    }

    public Optional<ExceptionOption> option(@Nullable Long id) {
        return options.stream().filter(one -> id != null && one.id() == id).findFirst();
    }
}
