package org.relevo.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a project will end in one aspect, when the rules say whether that is to be warned of.
 *
 * @param used the forecast departure from the baseline, in percent of the tolerance
 * @param reach where past slips suggest that it may end at worst, in the same unit; null where there is too little history
 */
public record ForecastFact(
        StatusAspect aspect, BigDecimal used, @Nullable BigDecimal reach) implements Fact {}
