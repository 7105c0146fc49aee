package org.relevo.commitment;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An amount that may depart from its baseline by a tolerance.
 *
 * @param tolerance more than zero, in the same unit
 * @param current as it was last reported
 * @param unit {@code EUR}, {@code days}, …
 */
public record Amount(BigDecimal baseline, BigDecimal tolerance, BigDecimal current, String unit) {

    public Amount {
        if (tolerance.signum() <= 0) {
            throw new IllegalArgumentException("a tolerance is more than zero");
        }
    }

    /** The share of the tolerance that is used: 1 is all of it, and 0 is an amount within its baseline. */
    double usedShare() {
        return Math.max(
                0,
                current.subtract(baseline)
                        .divide(tolerance, MathContext.DECIMAL64)
                        .doubleValue());
    }

    /** What is left until the tolerance is exceeded; negative when it is. */
    public BigDecimal left() {
        return baseline.add(tolerance).subtract(current);
    }

    /** A tolerance that is used up to the last cent is not exceeded. */
    boolean exceeded() {
        return left().signum() < 0;
    }

    Amount with(BigDecimal reported) {
        return new Amount(baseline, tolerance, reported, unit);
    }
}
