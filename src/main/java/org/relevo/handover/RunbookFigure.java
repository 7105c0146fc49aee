package org.relevo.handover;

import java.util.stream.Collectors;
import org.relevo.rules.Measure;
import org.relevo.service.Runbooks;
import org.springframework.stereotype.Component;

/** Counts the runbooks of the service that were never used in a drill. */
@Component
class RunbookFigure implements CriterionFigure {

    private final Runbooks runbooks;

    RunbookFigure(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    @Override
    public Measure measure() {
        return Measure.RUNBOOKS_NOT_DRILLED;
    }

    @Override
    public Found count(Handover handover) {
        var all = runbooks.ofService(handover.service());
        if (all.isEmpty()) {
            return Found.of(1, "no runbook is linked");
        }
        var unused = all.stream().filter(one -> one.lastDrill() == null).toList();
        return Found.of(
                unused.size(),
                unused.isEmpty()
                        ? "%d runbooks, each used in a drill".formatted(all.size())
                        : "never used in a drill: %s"
                                .formatted(unused.stream()
                                        .map(Runbooks.Runbook::title)
                                        .collect(Collectors.joining(", "))));
    }
}
