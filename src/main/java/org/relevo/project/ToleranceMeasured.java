package org.relevo.project;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A project was held against a tolerance; said each time, whatever came of it.
 *
 * @param allowed how far beyond its baseline it may be, in the outlook's unit
 * @param because what was promised, what is allowed and what is forecast, as a sentence
 */
public record ToleranceMeasured(
        String project,
        Tolerance tolerance,
        Outlook outlook,
        BigDecimal allowed,
        boolean forecastExceeded,
        boolean actualExceeded,
        String because,
        Instant at) {

    /** Whether nothing is beyond it, neither now nor by the forecast. */
    public boolean kept() {
        return !forecastExceeded && !actualExceeded;
    }
}
