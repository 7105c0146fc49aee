package org.relevo.project.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.relevo.project.Dimension;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ProjectLooked;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.Projects;
import org.relevo.rules.ForecastFact;
import org.relevo.rules.RuleBook;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.TooLittleHistory;
import org.relevo.rules.WarnOfForecast;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Warns of where projects will end, keeps what was foreseen, and says how often it was right. */
@Component
public class Warnings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Projects projects;
    private final List<Outlooks> outlooks;
    private final ProjectTolerances tolerances;
    private final Plans plans;
    private final PastPromises past;
    private final WarningRows rows;
    private final WarningOutcomes outcomes;
    private final RuleBook ruleBook;
    private final Clock clock;

    Warnings(
            Projects projects,
            List<Outlooks> outlooks,
            ProjectTolerances tolerances,
            Plans plans,
            PastPromises past,
            WarningRows rows,
            WarningOutcomes outcomes,
            RuleBook ruleBook,
            Clock clock) {
        this.projects = projects;
        this.outlooks = outlooks;
        this.tolerances = tolerances;
        this.plans = plans;
        this.past = past;
        this.rows = rows;
        this.outcomes = outcomes;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    /** How many warnings of a project stand. */
    public long open(String project) {
        return rows.standing(project);
    }

    /** The newest first. */
    public List<Warning> of(String project, int most) {
        return rows.of(project, most);
    }

    /** Of each rule that has warned. */
    public List<Precision> precision() {
        return rows.precision();
    }

    /** Where a project will end in time and cost, as far as it has a tolerance there. */
    public List<Foreseen> foreseen(Project project) {
        var today = project.today(clock);
        var foreseen = new ArrayList<Foreseen>();
        for (var tolerance : tolerances.current(project.key())) {
            if (tolerance.stage() == null && tolerance.dimension() != Dimension.SCOPE) {
                outlooks.stream()
                        .flatMap(one -> one.of(project.key(), today).stream())
                        .filter(one -> one.stage() == null && one.dimension() == tolerance.dimension())
                        .filter(one -> tolerance.allowed(one.baseline()).signum() > 0)
                        .findFirst()
                        .ifPresent(
                                one -> foreseen.add(foreseen(project, one, tolerance.allowed(one.baseline()), today)));
            }
        }
        return foreseen;
    }

    private Foreseen foreseen(Project project, Outlook outlook, BigDecimal allowed, LocalDate today) {
        var suggested = outlook.dimension() == Dimension.COST
                ? past.cost(project, outlook.actual(), outlook.forecast().subtract(outlook.actual()), today)
                : past.time(project, outlook.forecast(), start(project, outlook, today), today);
        var aspect = StatusAspect.valueOf(outlook.dimension().name());
        var high = suggested.high();
        var outcome = ruleBook.decide(List.of(new ForecastFact(
                aspect,
                share(outlook.forecast(), outlook, allowed),
                high == null ? BigDecimal.ZERO : share(high, outlook, allowed),
                suggested.observations())));
        var lacking = outcome.one(TooLittleHistory.class);
        return new Foreseen(
                aspect,
                outlook,
                allowed,
                lacking.isPresent() ? null : suggested.low(),
                lacking.isPresent() ? null : high,
                suggested.observations(),
                lacking.map(TooLittleHistory::needed).orElse(null),
                suggested.source(),
                outcome.all(WarnOfForecast.class));
    }

    /** The day from which the outlook counts, which the plan knows. */
    private LocalDate start(Project project, Outlook outlook, LocalDate today) {
        return plans.milestones(project.key()).stream()
                .map(one -> one.expected(today))
                .max(LocalDate::compareTo)
                .orElse(today)
                .minusDays(outlook.forecast().longValue());
    }

    private static BigDecimal share(BigDecimal end, Outlook outlook, BigDecimal allowed) {
        return end.subtract(outlook.baseline()).multiply(HUNDRED).divide(allowed, 2, RoundingMode.CEILING);
    }

    /** After the tolerances, and before the status, for which warnings count. */
    @EventListener
    @Order(100)
    @Transactional
    public void on(ProjectLooked looked) {
        var project = projects.get(looked.project());
        var today = project.today(clock);
        var foreseen = foreseen(project);
        foreseen.forEach(one -> outcomes.settle(project, one, today));
        var done = outcomes.done(project);
        for (var one : foreseen) {
            for (var warned : done ? List.<WarnOfForecast>of() : one.warnings()) {
                var reached = one.outlook()
                        .baseline()
                        .add(one.allowed().multiply(warned.atLeast()).divide(HUNDRED, 2, RoundingMode.HALF_EVEN));
                if (one.outlook().actual().compareTo(reached) < 0
                        && rows.keep(project.key(), one, warned, reached, today)) {
                    outcomes.tell(
                            project, "FORECAST_WARNED", warned.rule(), warned.because() + precision(warned.rule()));
                }
            }
        }
        for (var open : rows.open(project.key())) {
            rows.standing(
                    open.id(),
                    foreseen.stream()
                            .filter(one -> one.aspect() == open.aspect())
                            .anyMatch(one -> one.warnings().stream().anyMatch(two -> two.kind() == open.kind())));
        }
    }

    private String precision(String rule) {
        return rows.precision().stream()
                .filter(one -> one.rule().equals(rule) && one.known() > 0)
                .findFirst()
                .map(one -> ". This rule was right %d of %d times".formatted(one.right(), one.known()))
                .orElse(". Nobody knows yet how often this rule is right");
    }
}
