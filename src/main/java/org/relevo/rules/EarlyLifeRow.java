package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code early-life-exit.csv}: what a service of a tier must show before its early life support ends.
 *
 * @param tier null for every tier that no other row names
 * @param days so many days in a row must hold
 * @param incidents more on one day, and the day does not count
 * @param statement so many days somebody's word counts that users can work
 */
public record EarlyLifeRow(int row, @Nullable String tier, int days, int incidents, int statement) {

    public boolean isFor(String wanted) {
        return tier == null || tier.equals(wanted);
    }

    public boolean tooMany(EarlyDayFact day) {
        return day.incidents() > incidents;
    }

    public boolean unstated(EarlyDayFact day) {
        var stated = day.stated();
        return stated == null || stated > statement;
    }

    public EarlyDayFails failsByRate(EarlyDayFact day, String rule) {
        return new EarlyDayFails(
                "INCIDENTS",
                rule,
                "%d incidents, %d are allowed by row %d of the table of early life support"
                        .formatted(day.incidents(), incidents, row));
    }

    public EarlyDayFails failsByUsers(EarlyDayFact day, String rule) {
        return new EarlyDayFails(
                "USERS",
                rule,
                day.stated() == null
                        ? "nobody has said that users can work"
                        : "it was said %d days before that users can work; %d are allowed by row %d of the table of early life support"
                                .formatted(day.stated(), statement, row));
    }

    public EarlyLifeVerdict ends(EarlyLifeFact life, String rule) {
        return new EarlyLifeVerdict(true, days, rule, held(life));
    }

    public EarlyLifeVerdict goesOn(EarlyLifeFact life, String rule) {
        return new EarlyLifeVerdict(false, days, rule, held(life));
    }

    private String held(EarlyLifeFact life) {
        return "%d days in a row have held, %d are asked for by row %d of the table of early life support"
                .formatted(life.held(), days, row);
    }
}
