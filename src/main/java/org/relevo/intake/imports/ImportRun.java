package org.relevo.intake.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file being read in, or read in. Every row read is an event, unchanged or refused.
 *
 * @param items how many cases it has added
 * @param events how many events it has added
 * @param unchanged how many rows were known already
 */
record ImportRun(
        long id,
        String fileName,
        String mapping,
        State state,
        long rowsRead,
        long items,
        long events,
        long unchanged,
        long refused,
        Instant startedAt,
        @Nullable Instant endedAt,
        String startedBy,
        @Nullable String problem) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
