package org.relevo.rules;

/**
 * The early life support of a service, when the rules say whether it may end.
 *
 * @param held how many days in a row have held, up to yesterday
 * @param left how many days of its period are left
 */
public record EarlyLifeFact(String tier, int held, int left) implements Fact {

    public EarlyLifeVerdict untilItsPeriodIsOver(String rule) {
        return new EarlyLifeVerdict(false, 0, rule, "%d days of its period are left".formatted(left));
    }
}
