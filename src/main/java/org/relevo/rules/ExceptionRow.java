package org.relevo.rules;

import java.util.List;
import java.util.Locale;

/**
 * A row of {@code exception-reports.csv}: how soon an exception of a project is reported and decided, and by whom.
 *
 * @param level who set the tolerance
 * @param submit from the demand to the report
 * @param decide from the report to the decision
 */
public record ExceptionRow(
        int row,
        Metric metric,
        Level level,
        TimeTarget submit,
        TimeTarget decide,
        Decides decides,
        List<Integer> checkpoints) {

    /** Who set a tolerance. */
    public enum Level {
        TABLE,
        SPONSOR
    }

    /** Who decides about an exception. */
    public enum Decides {
        SPONSOR,
        PROJECT_MANAGER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public boolean isFor(ExceptionFact fact) {
        return fact.metric() == metric && fact.level().equals(level.name());
    }

    public DemandExceptionReport demand(ExceptionFact fact, CalendarTable calendars, String rule) {
        // The priority says nothing here: a project's case has none.
        var counted = new TargetRow(
                row,
                "EXCEPTION",
                Agreement.OLA,
                Metric.EXCEPTION_REPORT,
                Priority.P4,
                null,
                submit,
                checkpoints,
                false);
        var calendar = calendars.choose(fact.asCase(), counted);
        return new DemandExceptionReport(
                decides,
                submit,
                decide,
                checkpoints,
                calendar.calendar(),
                calendar.because(),
                rule,
                "row %d of the table of exception reports: written within %s, decided by the %s within %s after that"
                        .formatted(row, submit.words(), decides.word(), decide.words()));
    }
}
