package org.relevo.rules;

import java.math.BigDecimal;

/**
 * Where a project will end in one aspect, when the rules say whether that is to be warned of.
 *
 * @param used the forecast departure from the baseline, in percent of the tolerance
 * @param reach where past slips suggest that it may end at worst, in the same unit
 * @param observations how many finished observations that is drawn from
 */
public record ForecastFact(StatusAspect aspect, BigDecimal used, BigDecimal reach, int observations) implements Fact {}
