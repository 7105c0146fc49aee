package org.relevo.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now.
 *
 * @param kind what, in the messages {@code watchdog.finding.<kind>} and {@code watchdog.remedy.<kind>}
 * @param count how often
 * @param examples some of them, those that matter most first
 */
public record Finding(String kind, long count, List<Example> examples) {

    /** How many examples are enough to begin with. */
    public static final int EXAMPLES = 5;

    public Finding {
        examples = List.copyOf(examples);
    }

    /** How many there are beside the examples; 0 where there is no example at all. */
    public long more() {
        return examples.isEmpty() ? 0 : count - examples.size();
    }

    /**
     * @param path the page where it is seen and set right; null where there is none
     */
    public record Example(String text, @Nullable String path) {}
}
