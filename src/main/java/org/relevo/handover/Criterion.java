package org.relevo.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CriterionRow.Owner;
import org.relevo.rules.Measure;
import org.relevo.rules.Need;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that is to be shown before a service is handed over.
 *
 * @param limit that the figure must reach
 * @param because why it was chosen
 * @param owner username of the one who sees to it
 * @param figure null where no data shows it, or nobody has looked yet
 * @param said what was found, in words
 * @param metRule the rule that says so; null where it is not met
 * @param waiver the one that counts; null where there is none
 */
public record Criterion(
        long id,
        WorkItemNumber number,
        String key,
        String title,
        Measure measure,
        Need need,
        int limit,
        Owner side,
        String because,
        @Nullable String owner,
        @Nullable LocalDate dueOn,
        int daysBefore,
        boolean met,
        @Nullable BigDecimal figure,
        String said,
        @Nullable String metRule,
        @Nullable Instant lookedAt,
        List<Evidence> evidence,
        @Nullable Waiver waiver) {

    public Criterion {
        evidence = List.copyOf(evidence);
    }

    /** Whether a person's word, and no figure, shows it. */
    public boolean byDocument() {
        return measure == Measure.DOCUMENT;
    }

    /** Whether it still needs somebody. */
    public boolean missing() {
        return !met && waiver == null;
    }

    /** Whether there is evidence that was not withdrawn. */
    public boolean confirmed() {
        return evidence.stream().anyMatch(Evidence::counts);
    }

    /** Somebody's word, with a document. */
    public record Evidence(
            long id,
            Instant at,
            String by,
            String text,
            @Nullable String link,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnBecause) {

        public boolean counts() {
            return withdrawnAt == null;
        }
    }

    /**
     * A criterion that need not be met for a while.
     *
     * @param owner who sees to it that it is met after all
     * @param expiresOn the last day on which it counts
     */
    public record Waiver(
            long id,
            String reason,
            String owner,
            String grantedBy,
            Instant grantedAt,
            LocalDate expiresOn,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}
}
