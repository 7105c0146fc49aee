package org.relevo.handover;

import java.math.BigDecimal;
import org.relevo.rules.Measure;
import org.relevo.service.RunCosts;
import org.springframework.stereotype.Component;

/** What the service costs a month beyond its budget; where nobody has agreed a cost and a budget, 1. */
@Component
class RunCostFigure implements CriterionFigure {

    private final RunCosts costs;

    RunCostFigure(RunCosts costs) {
        this.costs = costs;
    }

    @Override
    public Measure measure() {
        return Measure.RUN_COST_OVER;
    }

    @Override
    public Found count(Handover handover) {
        var current = costs.current(handover.service()).orElse(null);
        if (current == null) {
            return Found.of(1, "no run cost is entered in the service catalogue");
        }
        var budget = current.budget();
        if (budget == null || !current.agreed()) {
            return Found.of(
                    1,
                    "%,.2f %s a month %s"
                            .formatted(
                                    current.amount(),
                                    current.currency(),
                                    budget == null ? "have no budget" : "are not agreed yet"));
        }
        return new Found(
                current.amount().subtract(budget).max(BigDecimal.ZERO),
                "%,.2f of %,.2f %s a month, agreed by %s"
                        .formatted(current.amount(), budget, current.currency(), current.agreedBy()));
    }
}
