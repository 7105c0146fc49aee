package org.relevo.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.AllowTolerance;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.Metric;
import org.relevo.rules.Outcome;
import org.relevo.rules.PromiseFact;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.springframework.stereotype.Component;

/** Which tolerance counts: the sponsor's, or else the one that the rules give a project of that size. */
@Component
class DefaultTolerances {

    private static final List<Integer> USUAL = List.of(50, 75, 100);

    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final ProjectTolerances tolerances;

    DefaultTolerances(RuleBook ruleBook, DecisionLog decisions, ProjectTolerances tolerances) {
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.tolerances = tolerances;
    }

    /** A stage has one only where the sponsor has set it. A project that grows or shrinks is asked about anew. */
    Optional<Tolerance> of(Project project, Outlook outlook, Instant now) {
        var current = tolerances.current(project.key(), outlook.stage(), outlook.dimension());
        if (outlook.stage() != null
                || current.filter(one -> one.level().equals("SPONSOR")).isPresent()) {
            return current;
        }
        List<Fact> facts = List.of(new PromiseFact(metric(outlook.dimension()), outlook.baseline()));
        var outcome = ruleBook.decide(facts);
        var allowed = outcome.one(AllowTolerance.class);
        if (allowed.isEmpty() || current.filter(one -> says(one, allowed.get())).isPresent()) {
            return current;
        }
        decisions.record(ProjectCases.number(project).value(), Topic.TOLERANCE, facts, outcome, now);
        return Optional.of(add(project, outlook.dimension(), allowed.get(), outcome, now));
    }

    private Tolerance add(Project project, Dimension dimension, AllowTolerance allowed, Outcome outcome, Instant now) {
        return tolerances.add(new Tolerance(
                0,
                project.key(),
                null,
                dimension,
                allowed.amount(),
                allowed.percent(),
                "TABLE",
                "rule book " + outcome.version(),
                allowed.because(),
                now));
    }

    private static boolean says(Tolerance one, AllowTolerance allowed) {
        return equal(one.amount(), allowed.amount()) && equal(one.percent(), allowed.percent());
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** When the rules look at a tolerance on a measure, in whole percent of it. */
    List<Integer> checkpoints(Metric metric, BigDecimal baseline) {
        return ruleBook.decide(List.of(new PromiseFact(metric, baseline)))
                .one(AllowTolerance.class)
                .map(AllowTolerance::checkpoints)
                .orElse(USUAL);
    }

    static Metric metric(Dimension dimension) {
        return switch (dimension) {
            case TIME -> Metric.SCHEDULE_DAYS;
            case COST -> Metric.FORECAST_COST;
            case SCOPE -> Metric.SCOPE;
        };
    }
}
