package org.relevo.project.raid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that may happen and would cost a project time, money or scope.
 *
 * @param proximity the day from which it may happen
 * @param trigger by what it is seen to begin
 * @param issue number of the issue that it became
 */
public record Risk(
        long id,
        String project,
        String title,
        String description,
        Rated before,
        String owner,
        Response response,
        String responseText,
        Rated after,
        @Nullable LocalDate proximity,
        String trigger,
        State state,
        @Nullable String issue) {

    public enum Response {
        AVOID,
        TRANSFER,
        REDUCE,
        ACCEPT
    }

    public enum State {
        OPEN,
        CLOSED,
        OCCURRED
    }

    /** Probability and impact, each from 1 (very low) to 5 (very high). */
    public record Rated(int probability, int impact) {

        public int score() {
            return probability * impact;
        }

        /** {@code high} from 15, {@code medium} from 8, else {@code low}. */
        public String level() {
            return score() >= 15 ? "high" : score() >= 8 ? "medium" : "low";
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
