package org.relevo.intake.imports;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that could be read: a case as it was at one of its events.
 *
 * @param values what the tool wrote, where it wrote anything
 * @param codes what that is here, for the fields that have values of ours
 * @param key hash of the whole row, by which a second import knows it
 */
record ImportedRow(
        long line,
        String number,
        Instant raisedAt,
        @Nullable Instant endedAt,
        Instant at,
        long sequence,
        Map<Field, String> values,
        Map<Field, String> codes,
        String key) {

    String text(Field field, String standard) {
        return values.getOrDefault(field, standard);
    }

    /** Whether it tells of a later moment than another, or of the same. */
    boolean notBefore(Instant otherAt, long otherSequence) {
        return at.isAfter(otherAt) || at.equals(otherAt) && sequence >= otherSequence;
    }
}
