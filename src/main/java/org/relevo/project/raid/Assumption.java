package org.relevo.project.raid;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan rests on and nobody knows for sure.
 *
 * @param source who or what says so
 * @param validUntil the last day on which it may be relied on
 * @param tolerance by how many percent it may be wrong before it counts as wrong
 * @param value the number that it is about; null where it is about none
 */
public record Assumption(
        long id,
        String project,
        String text,
        String owner,
        String source,
        LocalDate validUntil,
        @Nullable BigDecimal tolerance,
        @Nullable BigDecimal value,
        State state) {

    public enum State {
        VALID,
        WRONG
    }

    public boolean expired(LocalDate today) {
        return state == State.VALID && validUntil.isBefore(today);
    }
}
