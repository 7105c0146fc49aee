package org.relevo.rules;

import java.math.BigDecimal;

/**
 * That where a project will end is to be warned of.
 *
 * @param atLeast how much of the tolerance, in percent, it is foreseen to use at least
 */
public record WarnOfForecast(
        StatusAspect aspect, ForecastWarningRow.Kind kind, BigDecimal atLeast, String rule, String because)
        implements Decision {}
