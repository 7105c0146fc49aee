package org.relevo.rules;

import java.util.List;

/**
 * Demands the exception report of a project.
 *
 * @param submit from the demand to the report
 * @param decide from the report to the decision
 * @param calendar key of the calendar that both count by
 */
public record DemandExceptionReport(
        ExceptionRow.Decides decides,
        TimeTarget submit,
        TimeTarget decide,
        List<Integer> checkpoints,
        String calendar,
        String calendarBecause,
        String rule,
        String because)
        implements Decision {

    public DemandExceptionReport {
        checkpoints = List.copyOf(checkpoints);
    }

    /** What the report's case owes first. */
    public OpenCommitment toSubmit() {
        return commitment(Metric.EXCEPTION_REPORT, submit);
    }

    /** What it owes once the report is there. */
    public OpenCommitment toDecide() {
        return commitment(Metric.EXCEPTION_DECISION, decide);
    }

    private OpenCommitment commitment(Metric metric, TimeTarget target) {
        return new OpenCommitment(
                Agreement.OLA, metric, null, target, checkpoints, false, calendar, calendarBecause, rule, because);
    }
}
