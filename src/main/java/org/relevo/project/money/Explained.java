package org.relevo.project.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Why more or less was spent than was budgeted up to now; positive is more. The parts sum to the cent.
 *
 * @param volume more is needed in the end than was budgeted, at the budgeted rate
 * @param rate a unit costs more than was budgeted
 * @param timing what was used earlier than budgeted, and is not more in the end
 * @param unplanned what no line has a budget for
 */
public record Explained(BigDecimal volume, BigDecimal rate, BigDecimal timing, BigDecimal unplanned) {

    public static final Explained NOTHING =
            new Explained(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public static Explained of(Position at) {
        var deviation = at.spent().subtract(at.budgetToDate());
        if (at.budget().signum() == 0 || at.budgeted().signum() == 0) {
            var unplanned = at.budget().signum() == 0;
            return new Explained(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    unplanned ? BigDecimal.ZERO : deviation,
                    unplanned ? deviation : BigDecimal.ZERO);
        }
        var volume = at.used().add(at.remaining()).subtract(at.budgeted());
        var inVolume = atRate(volume, at);
        var inRate = at.spent().subtract(atRate(at.used(), at));
        // What the two do not say lies between the periods; as a remainder it takes their rounding too.
        return new Explained(inVolume, inRate, deviation.subtract(inVolume).subtract(inRate), BigDecimal.ZERO);
    }

    public BigDecimal total() {
        return volume.add(rate).add(timing).add(unplanned);
    }

    public Explained plus(Explained other) {
        return new Explained(
                volume.add(other.volume),
                rate.add(other.rate),
                timing.add(other.timing),
                unplanned.add(other.unplanned));
    }

    private static BigDecimal atRate(BigDecimal quantity, Position at) {
        return quantity.multiply(at.budget())
                .divide(at.budgeted(), MathContext.DECIMAL128)
                .setScale(2, RoundingMode.HALF_EVEN);
    }
}
