package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Dimension;
import org.relevo.rules.DemandExceptionReport;
import org.relevo.rules.ExceptionRow.Decides;
import org.relevo.workitem.WorkItemNumber;

/**
 * A report that a project does not keep to a tolerance, or will not.
 *
 * @param project the project's key
 * @param tolerance the tolerance's id
 * @param stage null for the whole project
 * @param decides who decides about it
 * @param demand what the rules demanded
 * @param submittedBy username of the one who submitted it last; null where nobody ever did
 * @param withdrawnBecause null where it was not withdrawn
 */
public record ExceptionReport(
        WorkItemNumber number,
        String project,
        long tolerance,
        @Nullable Long stage,
        Dimension dimension,
        ExceptionStatus status,
        Decides decides,
        DemandExceptionReport demand,
        Figures figures,
        Instant demandedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Decision decision,
        @Nullable String withdrawnBecause,
        @Nullable Long newTolerance) {

    /**
     * What it is about, in the tolerance's unit.
     *
     * @param only whether it is only forecast
     * @param allowed how far beyond the baseline it may be
     * @param because the sentence that the figures make
     */
    public record Figures(
            boolean only,
            BigDecimal baseline,
            BigDecimal allowed,
            BigDecimal actual,
            BigDecimal forecast,
            String because) {

        /** Whether what is promised, allowed and forecast is the same. What is so today changes with the day alone. */
        boolean sameAs(Figures other) {
            return only == other.only
                    && baseline.compareTo(other.baseline) == 0
                    && allowed.compareTo(other.allowed) == 0
                    && forecast.compareTo(other.forecast) == 0;
        }

        /** How far beyond its baseline it will be, or already is; of scope it is what will be missing. */
        public BigDecimal beyond(Dimension dimension) {
            return dimension == Dimension.SCOPE
                    ? baseline.subtract(forecast)
                    : forecast.max(actual).subtract(baseline);
        }
    }

    /** What may be decided. */
    public enum Verdict {
        /** One of the options is taken. */
        OPTION,
        /** The project is closed before its time. */
        CLOSE
    }

    /** @param option id of the option that was chosen; null where the project is to be closed */
    public record Decision(Verdict verdict, @Nullable Long option, String by, Instant at, String reason) {}

    /** Whether it was ever submitted; what those who decide have once read does not vanish. */
    public boolean everSubmitted() {
        return submittedAt != null;
    }
}
