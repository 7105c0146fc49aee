package org.relevo.project.earned;

import java.math.BigDecimal;

/** By which of its progress a work package earns its budget. */
public enum Method {
    /** Nothing before it is finished. */
    ZERO_HUNDRED,
    /** Half when it begins, half when it is finished. */
    FIFTY_FIFTY,
    /** As much as is reported as done. */
    PERCENT,
    /** The weight of each step that was reached. */
    MILESTONES;

    static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    /** Percent earned for a reported percent; steps earn by themselves. */
    BigDecimal earned(BigDecimal reported) {
        var finished = reported.compareTo(ALL) >= 0;
        return switch (this) {
            case ZERO_HUNDRED -> finished ? ALL : BigDecimal.ZERO;
            case FIFTY_FIFTY -> finished ? ALL : reported.signum() > 0 ? HALF : BigDecimal.ZERO;
            case PERCENT, MILESTONES -> reported.min(ALL).max(BigDecimal.ZERO);
        };
    }
}
