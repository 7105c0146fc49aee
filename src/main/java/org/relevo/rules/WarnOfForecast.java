package org.relevo.rules;

/** That where a project will end is to be warned of. */
public record WarnOfForecast(StatusAspect aspect, ForecastWarningRow.Kind kind, String rule, String because)
        implements Decision {}
