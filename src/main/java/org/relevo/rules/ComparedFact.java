package org.relevo.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident of a service that was handed over, beside something that was waived, open or late.
 *
 * @param reference what names the cause within its kind
 * @param cause its title
 * @param criterion key of the criterion that was waived; null for what is no waiver
 * @param components that the cause is about
 * @param tags that people gave it
 * @param words of its title and reason that say something
 * @param title of the incident
 * @param labels of its alerts, as {@code name=value}
 */
public record ComparedFact(
        String incident,
        CauseKind kind,
        String reference,
        String cause,
        @Nullable String criterion,
        List<String> components,
        List<String> tags,
        List<String> words,
        String title,
        List<String> labels)
        implements Fact {

    public ComparedFact {
        components = List.copyOf(components);
        tags = List.copyOf(tags);
        words = List.copyOf(words);
        labels = List.copyOf(labels);
    }

    /** Those of some terms that stand in the incident's title. */
    List<String> inTitle(List<String> terms) {
        return terms.stream().filter(term -> holds(title, term)).toList();
    }

    /** Those of some terms that a label's value holds, or that are a label with its name. */
    List<String> inLabels(List<String> terms) {
        return terms.stream()
                .filter(term -> labels.stream().anyMatch(label -> holds(value(label), term) || label.equals(term)))
                .toList();
    }

    private static String value(String label) {
        return label.substring(label.indexOf('=') + 1);
    }

    /** Whether a text holds a term as whole words; case, hyphens and other signs do not count. */
    private static boolean holds(String text, String term) {
        var wanted = plain(term);
        return !wanted.isBlank() && plain(text).contains(wanted);
    }

    private static String plain(String text) {
        return " %s "
                .formatted(text.toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip());
    }
}
