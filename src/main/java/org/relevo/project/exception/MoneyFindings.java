package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.relevo.project.Project;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.earned.Figure;
import org.relevo.project.money.Deliveries;
import org.relevo.project.money.Deliveries.Delivery;
import org.relevo.project.money.MoneyFigures;
import org.springframework.stereotype.Component;

/** What the money of a project says about its exception: late deliveries, why more was spent, earned value. */
@Component
class MoneyFindings {

    private static final int MOST = 8;
    private static final Set<String> TOLD = Set.of("CPI", "SPI", "EAC", "VAC");

    private final Deliveries deliveries;
    private final MoneyFigures figures;
    private final EarnedValue earned;

    MoneyFindings(Deliveries deliveries, MoneyFigures figures, EarnedValue earned) {
        this.deliveries = deliveries;
        this.figures = figures;
        this.earned = earned;
    }

    /** Deliveries that come later than they were first promised. */
    List<String> late(Project project, DraftWords words) {
        return deliveries.of(project.key()).stream()
                .filter(one -> one.slip() > 0)
                .sorted(Comparator.comparingLong(Delivery::slip).reversed())
                .limit(MOST)
                .map(one -> words.of(
                        "delivery",
                        one.item(),
                        one.supplier(),
                        words.day(one.promised()),
                        words.day(one.promises().get(0).promised()),
                        one.slip(),
                        one.promises().get(one.promises().size() - 1).reason()))
                .toList();
    }

    /** The parts of the deviation up to now, those that are none left out. */
    List<String> deviation(Project project, LocalDate today, DraftWords words) {
        var total = MoneyFigures.total(figures.lines(project.key(), today));
        if (total.budget().signum() == 0 || total.deviation().signum() == 0) {
            return List.of();
        }
        var why = total.explained();
        var parts = new ArrayList<String>();
        part(words.of("part.volume"), why.volume(), parts);
        part(words.of("part.rate"), why.rate(), parts);
        part(words.of("part.timing"), why.timing(), parts);
        part(words.of("part.unplanned"), why.unplanned(), parts);
        return List.of(words.of(
                "spent", signed(total.deviation()), project.currency().getCurrencyCode(), String.join(", ", parts)));
    }

    /** The indices of earned value that are known. */
    List<String> earned(Project project, LocalDate today) {
        return earned.of(project.key(), today).figures().stream()
                .filter(one -> TOLD.contains(one.name()) && one.known())
                .map(one -> "- %s = %s%s".formatted(one.name(), one.rounded(), formula(one)))
                .toList();
    }

    private static String formula(Figure one) {
        return one.numbers() == null ? "" : " (%s = %s)".formatted(one.formula(), one.numbers());
    }

    private static void part(String name, BigDecimal amount, List<String> parts) {
        if (amount.signum() != 0) {
            parts.add("%s %s".formatted(name, signed(amount)));
        }
    }

    private static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }
}
