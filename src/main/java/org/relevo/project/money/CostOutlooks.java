package org.relevo.project.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Dimension;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.springframework.stereotype.Component;

/** What a project and its stages will cost: what was spent and what is still planned. */
@Component
class CostOutlooks implements Outlooks {

    private final MoneyFigures figures;

    CostOutlooks(MoneyFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<Outlook> of(String project, LocalDate today) {
        var lines = figures.lines(project, today);
        var outlooks = new ArrayList<Outlook>();
        of(null, lines).ifPresent(outlooks::add);
        lines.stream()
                .filter(one -> one.stage() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.stage())))
                .forEach((stage, own) -> of(stage, own).ifPresent(outlooks::add));
        return outlooks;
    }

    private static Optional<Outlook> of(@Nullable Long stage, List<Line> lines) {
        var all = MoneyFigures.total(lines);
        if (all.budget().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Outlook(
                Dimension.COST,
                stage,
                all.budget(),
                all.spent(),
                all.forecast(),
                "%s spent and %s still planned, of a budget of %s"
                        .formatted(all.spent(), all.remaining(), all.budget())));
    }
}
