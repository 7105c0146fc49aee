package org.relevo.rules;

import java.math.BigDecimal;

/**
 * A row of {@code forecast-warnings.csv}: from which share of a tolerance on a forecast is warned of.
 *
 * @param atLeast percent of the tolerance
 * @param history how many finished observations a range needs
 */
public record ForecastWarningRow(int row, StatusAspect aspect, Kind kind, BigDecimal atLeast, int history) {

    /** What is held against the tolerance: the forecast itself, or the far end of the range of past slips. */
    public enum Kind {
        FORECAST,
        RANGE
    }

    public boolean forecastOf(ForecastFact fact) {
        return kind == Kind.FORECAST && aspect == fact.aspect() && fact.used().compareTo(atLeast) >= 0;
    }

    public boolean rangeOf(ForecastFact fact) {
        return kind == Kind.RANGE
                && aspect == fact.aspect()
                && fact.observations() >= history
                && fact.reach().compareTo(atLeast) >= 0;
    }

    public boolean lacksHistoryOf(ForecastFact fact) {
        return kind == Kind.RANGE && aspect == fact.aspect() && fact.observations() < history;
    }

    public WarnOfForecast warn(ForecastFact fact, String rule) {
        var share = kind == Kind.FORECAST ? fact.used() : fact.reach();
        return new WarnOfForecast(
                aspect,
                kind,
                atLeast,
                rule,
                "%s %% of the tolerance; row %d of the table of forecast warnings warns from %s %% on"
                        .formatted(share.toPlainString(), row, atLeast.toPlainString()));
    }

    public TooLittleHistory lacking(ForecastFact fact, String rule) {
        return new TooLittleHistory(
                aspect,
                fact.observations(),
                history,
                rule,
                "%d finished observations; row %d of the table of forecast warnings asks for %d"
                        .formatted(fact.observations(), row, history));
    }
}
