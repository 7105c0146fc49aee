package org.relevo.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of an exchange of shifts.
 *
 * @param mine the shift that is given, as {@link #written} names it
 * @param theirs the shift that is taken for it
 */
public record SwapForm(String mine, String theirs, String reason) {

    public SwapForm(@Nullable String mine, @Nullable String theirs, @Nullable String reason) {
        this.mine = Moments.typed(mine);
        this.theirs = Moments.typed(theirs);
        this.reason = Moments.typed(reason);
    }

    /** Names a shift: {@code 1/2026-01-05T07:00:00Z/2026-01-12T07:00:00Z}. */
    public static String written(Shift shift) {
        return "%d/%s/%s".formatted(shift.layer(), shift.from(), shift.to());
    }

    static Optional<Shift> find(String written, List<Shift> shifts) {
        return shifts.stream().filter(shift -> written(shift).equals(written)).findFirst();
    }
}
