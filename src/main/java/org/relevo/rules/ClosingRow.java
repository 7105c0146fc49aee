package org.relevo.rules;

import java.time.Duration;

/**
 * A row of {@code closing.csv}.
 *
 * @param quiet so long a resolved case waits for somebody to confirm it before it closes by itself
 * @param reopen so long after its resolution it can be opened again
 */
public record ClosingRow(int row, Priority priority, Duration quiet, Duration reopen) {

    public AwaitConfirmation await(String rule) {
        return new AwaitConfirmation(
                quiet, reopen, rule, "a %s closes %s after it was resolved".formatted(priority, Words.of(quiet)));
    }
}
