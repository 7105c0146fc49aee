package org.relevo.project.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relevo.commitment.Commitment;
import org.relevo.project.Dimension;
import org.relevo.project.Milestone;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ToleranceStandings;
import org.relevo.project.ToleranceStandings.Standing;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.money.Deliveries;
import org.relevo.project.warning.Warnings;
import org.relevo.rules.StatusFact;
import org.relevo.rules.StatusFigure;
import org.springframework.stereotype.Component;

/** The figures of a project that say how it stands today. */
@Component
class StatusFigures {

    private final ToleranceStandings standings;
    private final EarnedValue earned;
    private final Deliveries deliveries;
    private final Plans plans;
    private final Warnings warnings;
    private final Clock clock;

    StatusFigures(
            ToleranceStandings standings,
            EarnedValue earned,
            Deliveries deliveries,
            Plans plans,
            Warnings warnings,
            Clock clock) {
        this.standings = standings;
        this.earned = earned;
        this.deliveries = deliveries;
        this.plans = plans;
        this.warnings = warnings;
        this.clock = clock;
    }

    List<StatusFact> of(Project project) {
        var figures = new ArrayList<StatusFact>();
        for (var figure : earned.of(project.key(), project.today(clock)).figures()) {
            if (figure.known() && (figure.name().equals("CPI") || figure.name().equals("SPI"))) {
                figures.add(new StatusFact(
                        StatusFigure.valueOf(figure.name()), Objects.requireNonNull(figure.rounded()), ""));
            }
        }
        var held = standings.of(project);
        var now = clock.instant();
        for (var dimension : Dimension.values()) {
            tolerance(dimension, held, now, figures);
        }
        late(project, figures);
        var exceptions = held.stream()
                .filter(one -> one.forecastExceeded() || one.actualExceeded())
                .count();
        count(StatusFigure.OPEN_EXCEPTIONS, exceptions, figures);
        count(StatusFigure.OPEN_WARNINGS, warnings.open(project.key()), figures);
        return figures;
    }

    private static void count(StatusFigure figure, long number, List<StatusFact> figures) {
        if (number > 0) {
            figures.add(new StatusFact(figure, BigDecimal.valueOf(number), ""));
        }
    }

    private static void tolerance(Dimension dimension, List<Standing> held, Instant now, List<StatusFact> figures) {
        held.stream()
                .filter(one -> one.tolerance().dimension() == dimension)
                .flatMap(one -> one.carried().stream())
                .filter(Commitment::running)
                .max(Comparator.comparingDouble(one -> one.usedShare(now)))
                .ifPresent(one -> figures.add(new StatusFact(
                        StatusFigure.valueOf(dimension + "_TOLERANCE"),
                        // A tolerance that is exceeded by a cent must not be rounded to one that is used up.
                        BigDecimal.valueOf(one.usedShare(now) * 100).setScale(2, RoundingMode.CEILING),
                        "")));
    }

    /** A new promise moves its milestone's forecast, so it is held against what the milestone promised. */
    private void late(Project project, List<StatusFact> figures) {
        var needed = plans.milestones(project.key()).stream().collect(Collectors.toMap(Milestone::id, one -> one));
        deliveries.of(project.key()).stream()
                .filter(one -> one.delivered() == null && needed.containsKey(one.milestone()))
                .map(one -> new StatusFact(
                        StatusFigure.DELIVERY_DAYS_LATE,
                        BigDecimal.valueOf(Objects.requireNonNull(needed.get(one.milestone()))
                                .baseline()
                                .until(one.promised(), ChronoUnit.DAYS)),
                        one.item() + " of " + one.supplier()))
                .filter(one -> one.value().signum() > 0)
                .max(Comparator.comparing(StatusFact::value))
                .ifPresent(figures::add);
    }
}
