package org.relevo.project.issue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CalendarUses;
import org.relevo.project.Dimension;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.relevo.project.Project;
import org.relevo.project.ToleranceStandings;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.rules.CaseFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.ImpactFact;
import org.relevo.rules.Metric;
import org.relevo.rules.Outcome;
import org.relevo.rules.RateImpact;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** Asks the rules how severe an issue is, and what its case and those of its actions owe. */
@Component
class IssueRules {

    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final CalendarUses calendars;
    private final ToleranceStandings standings;
    private final List<Outlooks> outlooks;
    private final Clock clock;

    IssueRules(
            RuleBook ruleBook,
            DecisionLog decisions,
            CalendarUses calendars,
            ToleranceStandings standings,
            List<Outlooks> outlooks,
            Clock clock) {
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.calendars = calendars;
        this.standings = standings;
        this.outlooks = outlooks;
        this.clock = clock;
    }

    /** How severe an issue is; the severest of its dimensions counts. */
    record Severity(@Nullable Rating rating, String because) {}

    Severity severity(WorkItemNumber number, Project project, Impact impact, Instant now) {
        var facts = new ArrayList<Fact>();
        share(project, Dimension.TIME, BigDecimal.valueOf(impact.days()))
                .ifPresent(percent -> facts.add(new ImpactFact(Metric.SCHEDULE_DAYS, percent)));
        share(project, Dimension.COST, impact.cost())
                .ifPresent(percent -> facts.add(new ImpactFact(Metric.FORECAST_COST, percent)));
        share(project, Dimension.SCOPE, impact.scope())
                .ifPresent(percent -> facts.add(new ImpactFact(Metric.SCOPE, percent)));
        if (facts.isEmpty()) {
            return new Severity(Rating.LOW, "it takes nothing that the project has promised");
        }
        var outcome = ruleBook.decide(facts);
        decisions.record(number.value(), Topic.ISSUE, facts, outcome, now);
        var rated = outcome.all(RateImpact.class);
        return new Severity(
                rated.stream()
                        .map(RateImpact::severity)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rated.stream().map(RateImpact::because).collect(Collectors.joining("; ")));
    }

    /** Whole percent of the tolerance; of the baseline where nothing is tolerated or known of a tolerance. */
    private Optional<Long> share(Project project, Dimension dimension, BigDecimal taken) {
        if (taken.signum() == 0) {
            return Optional.empty();
        }
        var outlook = outlook(project, dimension);
        if (outlook.isEmpty() || outlook.get().baseline().signum() == 0) {
            return Optional.of(0L);
        }
        var baseline = outlook.get().baseline();
        var allowed = standings.of(project).stream()
                .map(ToleranceStandings.Standing::tolerance)
                .filter(one -> one.dimension() == dimension && one.stage() == null)
                .map(one -> one.allowed(baseline))
                .filter(one -> one.signum() > 0)
                .findFirst()
                .orElse(baseline);
        return Optional.of(taken.multiply(BigDecimal.valueOf(100))
                .divide(allowed, 0, RoundingMode.HALF_UP)
                .longValue());
    }

    private Optional<Outlook> outlook(Project project, Dimension dimension) {
        return outlooks.stream()
                .flatMap(one -> one.of(project.key(), project.today(clock)).stream())
                .filter(one -> one.dimension() == dimension && one.stage() == null)
                .findFirst();
    }

    /** Whether a tolerance is, or will be, exceeded; by what stands now or by what the issue takes. */
    boolean beyond(Project project, @Nullable Rating severity) {
        return severity == Rating.HIGH
                || standings.of(project).stream().anyMatch(one -> one.forecastExceeded() || one.actualExceeded());
    }

    Outcome owed(
            WorkItemNumber number,
            WorkItemType type,
            @Nullable Rating impact,
            @Nullable Rating urgency,
            @Nullable String person,
            Instant now) {
        var counted = calendars.of(null, null, person);
        List<Fact> facts = List.of(new CaseFact(
                type.name(),
                impact,
                urgency,
                null,
                null,
                null,
                counted.get(CalendarUses.Kind.SERVICE),
                counted.get(CalendarUses.Kind.TEAM),
                counted.get(CalendarUses.Kind.PERSON),
                counted.get(CalendarUses.Kind.CONTRACT)));
        var outcome = Objects.requireNonNull(ruleBook.decide(facts));
        decisions.record(number.value(), Topic.PRIORITY, facts, outcome, now);
        return outcome;
    }
}
