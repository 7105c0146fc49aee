package org.relevo.handover;

import java.util.stream.Collectors;
import org.relevo.rules.Measure;
import org.relevo.service.ServiceTargets;
import org.springframework.stereotype.Component;

/** Counts the priorities that lack a response or resolution target, in the rule book or in a valid agreement. */
@Component
class TargetFigure implements CriterionFigure {

    private final ServiceTargets targets;

    TargetFigure(ServiceTargets targets) {
        this.targets = targets;
    }

    @Override
    public Measure measure() {
        return Measure.TARGETS_MISSING;
    }

    @Override
    public Found count(Handover handover) {
        var missing = targets.missingTargets(handover.service()).stream()
                .map(one -> one.priority().name())
                .distinct()
                .sorted()
                .toList();
        return Found.of(
                missing.size(),
                missing.isEmpty()
                        ? "every priority has its targets, in the rule book and in a valid agreement"
                        : "without a target in the rule book or in a valid agreement: %s"
                                .formatted(missing.stream().collect(Collectors.joining(", "))));
    }
}
