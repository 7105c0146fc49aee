package org.relevo.project.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A day that was promised.
 *
 * @param made when it was
 * @param kept when what was promised came; null before
 */
public record Promise(
        LocalDate made, LocalDate promised, @Nullable LocalDate kept) {

    /** Days that it left; what was promised for a day that had come says nothing of how promises are kept. */
    long lead() {
        return made.until(promised, ChronoUnit.DAYS);
    }

    /** As it was known on a day. */
    Promise on(LocalDate day) {
        return kept == null || !kept.isAfter(day) ? this : new Promise(made, promised, null);
    }
}
