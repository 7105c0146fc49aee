package org.relevo.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of its scope a project and its stages will deliver: the weight of what is not given up. */
@Component
class ScopeOutlooks implements Outlooks {

    private final Plans plans;

    ScopeOutlooks(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Outlook> of(String project, LocalDate today) {
        var scope = plans.scope(project);
        var outlooks = new ArrayList<Outlook>();
        of(null, scope).ifPresent(outlooks::add);
        for (var stage : plans.stages(project)) {
            of(
                            stage.id(),
                            scope.stream()
                                    .filter(one -> Long.valueOf(stage.id()).equals(one.stage()))
                                    .toList())
                    .ifPresent(outlooks::add);
        }
        return outlooks;
    }

    static Optional<Outlook> of(@Nullable Long stage, List<ScopeItem> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var removed = items.stream()
                .filter(one -> one.state() == ScopeItem.State.REMOVED)
                .map(one -> '"' + one.name() + '"')
                .collect(Collectors.joining(", "));
        return Optional.of(new Outlook(
                Dimension.SCOPE,
                stage,
                weight(items, one -> true),
                weight(
                        items,
                        one -> one.state() == ScopeItem.State.DELIVERED || one.state() == ScopeItem.State.ACCEPTED),
                weight(items, one -> one.state() != ScopeItem.State.REMOVED),
                removed.isEmpty() ? "nothing was given up" : "given up: " + removed));
    }

    private static BigDecimal weight(List<ScopeItem> items, Predicate<ScopeItem> which) {
        return items.stream().filter(which).map(ScopeItem::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
