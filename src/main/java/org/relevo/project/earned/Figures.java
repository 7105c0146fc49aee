package org.relevo.project.earned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.project.earned.Figure.Remark;
import org.relevo.project.earned.Figure.Unit;

/** The figures of earned value, each from unrounded numbers. */
final class Figures {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private Figures() {}

    static Map<String, Figure> of(Standing at) {
        var to = new Figures();
        to.given(at);
        to.variances(at);
        to.estimates(at);
        to.outlook(at);
        return to.figures;
    }

    private void given(Standing at) {
        known("BAC", "Σ budget", at.atCompletion(), "Σ budget");
        if (at.planned() == null) {
            none("PV", Unit.MONEY, "Σ planned", Remark.NOT_PLANNED);
        } else {
            known("PV", "Σ planned", at.planned(), "Σ planned");
        }
        known("EV", "Σ earned", at.earned(), "Σ earned");
        known("AC", "Σ spent", at.spent(), "Σ spent");
    }

    private void variances(Standing at) {
        difference("CV", "EV − AC", at.earned(), at.spent());
        if (at.planned() == null) {
            none("SV", Unit.MONEY, "EV − PV", Remark.NOT_PLANNED);
        } else {
            difference("SV", "EV − PV", at.earned(), at.planned());
        }
        quotient("CPI", "EV / AC", at.earned(), at.spent(), Remark.NOT_SPENT);
        quotient("SPI", "EV / PV", at.earned(), at.planned(), Remark.NOT_PLANNED);
    }

    private void estimates(Standing at) {
        var bac = at.atCompletion();
        var left = bac.subtract(at.earned());
        var cpi = value("CPI");
        var spi = value("SPI");
        if (bac.signum() == 0) {
            none("EAC", Unit.MONEY, "BAC / CPI", Remark.NO_WORK);
        } else if (at.earned().signum() == 0 || cpi == null) {
            none("EAC", Unit.MONEY, "BAC / CPI", at.earned().signum() == 0 ? Remark.NOT_EARNED : Remark.NOT_SPENT);
        } else {
            // BAC × AC / EV is BAC / CPI without the rounding of the CPI.
            money(
                    "EAC",
                    "BAC / CPI",
                    said(bac) + " / " + Unit.INDEX.rounded(cpi),
                    bac.multiply(at.spent()).divide(at.earned(), EXACT));
        }
        money(
                "EAC (plan)",
                "AC + (BAC − EV)",
                "%s + (%s − %s)".formatted(said(at.spent()), said(bac), said(at.earned())),
                at.spent().add(left));
        combined(at, cpi, spi);
        if (at.remaining() == null) {
            none("EAC (money)", Unit.MONEY, "AC + remaining plan", Remark.NO_FORECAST);
        } else {
            money(
                    "EAC (money)",
                    "AC + remaining plan",
                    said(at.spent()) + " + " + said(at.remaining()),
                    at.spent().add(at.remaining()));
        }
    }

    private void combined(Standing at, @Nullable BigDecimal cpi, @Nullable BigDecimal spi) {
        var formula = "AC + (BAC − EV) / (CPI × SPI)";
        if (cpi == null || spi == null || cpi.multiply(spi).signum() == 0) {
            none(
                    "EAC (both)",
                    Unit.MONEY,
                    formula,
                    cpi == null ? Remark.NOT_SPENT : spi == null ? Remark.NOT_PLANNED : Remark.NOT_EARNED);
            return;
        }
        money(
                "EAC (both)",
                formula,
                "%s + (%s − %s) / (%s × %s)"
                        .formatted(
                                said(at.spent()),
                                said(at.atCompletion()),
                                said(at.earned()),
                                Unit.INDEX.rounded(cpi),
                                Unit.INDEX.rounded(spi)),
                combined(at, cpi.multiply(spi)));
    }

    /** What it costs in the end where the rest is done with the given performance, CPI × SPI. */
    static BigDecimal combined(Standing at, BigDecimal performance) {
        return at.spent().add(at.atCompletion().subtract(at.earned()).divide(performance, EXACT));
    }

    private void outlook(Standing at) {
        var eac = Objects.requireNonNull(figures.get("EAC"));
        var value = eac.value();
        if (value == null) {
            var why = Objects.requireNonNull(eac.remark());
            none("ETC", Unit.MONEY, "EAC − AC", why);
            none("VAC", Unit.MONEY, "BAC − EAC", why);
        } else {
            difference("ETC", "EAC − AC", value, at.spent());
            difference("VAC", "BAC − EAC", at.atCompletion(), value);
        }
        var work = at.atCompletion().subtract(at.earned());
        var money = at.atCompletion().subtract(at.spent());
        var formula = "(BAC − EV) / (BAC − AC)";
        if (at.atCompletion().signum() == 0 || work.signum() == 0) {
            none("TCPI", Unit.INDEX, formula, at.atCompletion().signum() == 0 ? Remark.NO_WORK : Remark.DONE);
        } else if (money.signum() == 0) {
            none("TCPI", Unit.INDEX, formula, Remark.NOTHING_LEFT);
        } else {
            figures.put(
                    "TCPI",
                    new Figure(
                            "TCPI",
                            Unit.INDEX,
                            formula,
                            "(%s − %s) / (%s − %s)"
                                    .formatted(
                                            said(at.atCompletion()),
                                            said(at.earned()),
                                            said(at.atCompletion()),
                                            said(at.spent())),
                            work.divide(money, EXACT),
                            money.signum() < 0 ? Remark.OVERSPENT : null));
        }
    }

    private void difference(String name, String formula, BigDecimal one, BigDecimal other) {
        money(name, formula, said(one) + " − " + said(other), one.subtract(other));
    }

    private void quotient(String name, String formula, BigDecimal one, @Nullable BigDecimal other, Remark without) {
        if (other == null || other.signum() == 0) {
            none(name, Unit.INDEX, formula, without);
        } else {
            var numbers = said(one) + " / " + said(other);
            figures.put(name, new Figure(name, Unit.INDEX, formula, numbers, one.divide(other, EXACT), null));
        }
    }

    private void known(String name, String formula, BigDecimal value, String numbers) {
        money(name, formula, numbers, value);
    }

    private void money(String name, String formula, String numbers, BigDecimal value) {
        figures.put(name, new Figure(name, Unit.MONEY, formula, numbers, value, null));
    }

    private void none(String name, Unit unit, String formula, Remark why) {
        figures.put(name, Figure.none(name, unit, formula, why));
    }

    private @Nullable BigDecimal value(String name) {
        return Objects.requireNonNull(figures.get(name)).value();
    }

    private static String said(BigDecimal amount) {
        return Unit.MONEY.rounded(amount).toPlainString();
    }
}
