package org.relevo.rules;

import java.util.Locale;

/** What a commitment measures. */
public enum Metric {
    /** From raised to acknowledged. */
    RESPONSE,
    /** From raised to the first assignee. */
    OWNERSHIP,
    /** From raised to resolved. */
    RESOLUTION,
    /** From one update of those concerned to the next. */
    UPDATE,
    /** From the demand for a root-cause analysis to its delivery. */
    RCA_DELIVERY,
    /** From the demand for a root-cause analysis to its first draft. */
    RCA_DRAFT,
    /** An action that somebody has agreed to take. */
    ACTION,
    /** A milestone of a project. */
    MILESTONE,
    /** An acceptance that somebody owes. */
    ACCEPTANCE,
    /** From an issue of a project to the assessment of its impact. */
    ASSESSMENT,
    /** From an issue of a project to its end. */
    ISSUE_RESOLUTION,
    /** A report that somebody asked for. */
    REPORT,
    /** From the demand for an exception report to the report. */
    EXCEPTION_REPORT,
    /** From an exception report to the decision about it. */
    EXCEPTION_DECISION,
    /** Money spent, against a baseline with a tolerance. */
    BUDGET,
    /** Money that will have been spent, against a baseline with a tolerance. */
    FORECAST_COST,
    /** Days of a schedule, against a baseline with a tolerance. */
    SCHEDULE_DAYS,
    /** Amount of scope, against a baseline with a tolerance. */
    SCOPE;

    /** Whether it counts an amount and not time. */
    public boolean amount() {
        return ordinal() >= BUDGET.ordinal();
    }

    /** The word that sentences and reasons use. */
    public String word() {
        return switch (this) {
            case OWNERSHIP -> "time to own";
            case UPDATE -> "next update";
            case RCA_DELIVERY -> "RCA delivery";
            case RCA_DRAFT -> "RCA draft";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
