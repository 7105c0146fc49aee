package org.relevo.project.earned;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What earned value is computed from, in one currency.
 *
 * @param atCompletion BAC, the budget of all work packages
 * @param planned PV; null where it is not known
 * @param earned EV
 * @param spent AC
 * @param remaining what is still to be spent by the plan of the project's money; null where there is no such plan
 */
public record Standing(
        BigDecimal atCompletion,
        @Nullable BigDecimal planned,
        BigDecimal earned,
        BigDecimal spent,
        @Nullable BigDecimal remaining) {}
