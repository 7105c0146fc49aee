package org.relevo.rules;

/** What a project's status is computed from. */
public enum StatusFigure {
    /** Cost performance index: earned value by actual cost. */
    CPI,
    /** Schedule performance index: earned value by planned value. */
    SPI,
    /** The forecast departure from the baseline as a percentage of the tolerance. */
    TIME_TOLERANCE,
    COST_TOLERANCE,
    SCOPE_TOLERANCE,
    /** Days by which a delivery is promised after the milestone that needs it. */
    DELIVERY_DAYS_LATE,
    /** Tolerances that are exceeded, or forecast to be. */
    OPEN_EXCEPTIONS,
    /** Warnings of the forecast that are open. */
    OPEN_WARNINGS
}
