package org.relevo.handover.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words that say something: long enough, not those that any text has, and not those of the service's own name. */
final class Terms {

    private static final int SHORTEST = 4;
    private static final Set<String> EVERYWHERE = Set.of(
            "about",
            "after",
            "again",
            "because",
            "been",
            "before",
            "being",
            "does",
            "done",
            "down",
            "each",
            "every",
            "everybody",
            "from",
            "have",
            "incident",
            "into",
            "last",
            "late",
            "later",
            "more",
            "most",
            "next",
            "nobody",
            "none",
            "only",
            "open",
            "over",
            "project",
            "service",
            "shown",
            "some",
            "still",
            "that",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "time",
            "under",
            "until",
            "were",
            "what",
            "when",
            "where",
            "which",
            "will",
            "with",
            "without",
            "yet");

    private Terms() {}

    static List<String> telling(String text, List<String> known) {
        return words(text)
                .filter(word -> word.length() >= SHORTEST && !EVERYWHERE.contains(word) && !known.contains(word))
                .distinct()
                .toList();
    }

    static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }

    /** Terms as they were typed, separated by commas or new lines. */
    static List<String> typed(String text) {
        var terms = new ArrayList<String>();
        for (var term : text.split("[,;\\n\\r]+")) {
            var one = term.strip();
            if (!one.isEmpty() && !terms.contains(one)) {
                terms.add(one);
            }
        }
        return List.copyOf(terms);
    }
}
