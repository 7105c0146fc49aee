package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relevo.commitment.Commitments;
import org.relevo.project.Dimension;
import org.relevo.project.Project;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.Projects;
import org.relevo.project.ToleranceExceeded;
import org.relevo.project.exception.ExceptionEvents.ExceptionDemanded;
import org.relevo.project.exception.ExceptionReport.Figures;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DemandExceptionReport;
import org.relevo.rules.ExceptionFact;
import org.relevo.rules.Fact;
import org.relevo.rules.Metric;
import org.relevo.rules.Outcome;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rules what a project owes that does not keep to a tolerance, and opens the case of its report. */
@Component
class ExceptionDemands {

    private final Projects projects;
    private final ProjectTolerances tolerances;
    private final ExceptionRows rows;
    private final ExceptionNews news;
    private final ManagerCalendars calendars;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;

    ExceptionDemands(
            Projects projects,
            ProjectTolerances tolerances,
            ExceptionRows rows,
            ExceptionNews news,
            ManagerCalendars calendars,
            RuleBook ruleBook,
            DecisionLog decisions,
            WorkItems workItems,
            Commitments commitments,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.tolerances = tolerances;
        this.rows = rows;
        this.news = news;
        this.calendars = calendars;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.workItems = workItems;
        this.commitments = commitments;
        this.events = events;
    }

    /** The project's case is locked meanwhile, so that two changes of one project cannot demand two reports. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ToleranceExceeded exceeded) {
        var outlook = exceeded.outlook();
        var project = projects.get(exceeded.project());
        if (rows.open(project.key(), outlook.stage(), outlook.dimension()).isPresent() || foreseen(exceeded)) {
            return;
        }
        demand(project, exceeded);
    }

    /** The number of the case that was opened; empty where no rule asks for a report. */
    Optional<WorkItemNumber> demand(Project project, ToleranceExceeded exceeded) {
        var outlook = exceeded.outlook();
        List<Fact> facts = List.of(new ExceptionFact(
                metric(outlook.dimension()), exceeded.forecast(), exceeded.level(), calendars.of(project.manager())));
        var outcome = ruleBook.decide(facts);
        return outcome.one(DemandExceptionReport.class).map(demand -> {
            var number = workItems.nextNumber(WorkItemType.EXCEPTION);
            decisions.record(number.value(), Topic.EXCEPTION, facts, outcome, exceeded.at());
            open(project, exceeded, number, demand, outcome);
            return number;
        });
    }

    /** What was decided about, and has now come no worse than it was forecast then, is not asked about again. */
    private boolean foreseen(ToleranceExceeded exceeded) {
        var outlook = exceeded.outlook();
        return rows.decided(exceeded.tolerance())
                .filter(before -> figures(exceeded)
                                .beyond(outlook.dimension())
                                .compareTo(before.figures().beyond(outlook.dimension()))
                        <= 0)
                .isPresent();
    }

    private void open(
            Project project,
            ToleranceExceeded exceeded,
            WorkItemNumber number,
            DemandExceptionReport demand,
            Outcome outcome) {
        var now = exceeded.at();
        var raisedBy = "rule book " + outcome.version();
        workItems.add(item(project, exceeded, number, raisedBy));
        var report = report(project, exceeded, number, demand, now);
        rows.add(report);
        news.tell(report, "RAISED", "Exception report demanded", raisedBy, exceeded.because());
        commitments.open(number, List.of(demand.toSubmit()), now);
        events.publishEvent(new ExceptionDemanded(number, project.manager()));
    }

    private ExceptionReport report(
            Project project,
            ToleranceExceeded exceeded,
            WorkItemNumber number,
            DemandExceptionReport demand,
            Instant now) {
        return new ExceptionReport(
                number,
                project.key(),
                exceeded.tolerance(),
                exceeded.outlook().stage(),
                exceeded.outlook().dimension(),
                ExceptionStatus.WRITING,
                demand.decides(),
                demand,
                figures(exceeded),
                now,
                null,
                null,
                null,
                null,
                null);
    }

    private static Metric metric(Dimension dimension) {
        return switch (dimension) {
            case TIME -> Metric.SCHEDULE_DAYS;
            case COST -> Metric.FORECAST_COST;
            case SCOPE -> Metric.SCOPE;
        };
    }

    private BigDecimal allowed(ToleranceExceeded exceeded) {
        return tolerances.history(exceeded.project()).stream()
                .filter(one -> one.id() == exceeded.tolerance())
                .map(one -> one.allowed(exceeded.outlook().baseline()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private Figures figures(ToleranceExceeded exceeded) {
        var outlook = exceeded.outlook();
        return new Figures(
                exceeded.forecast(),
                outlook.baseline(),
                allowed(exceeded),
                outlook.actual(),
                outlook.forecast(),
                exceeded.because());
    }

    private static WorkItem item(Project project, ToleranceExceeded exceeded, WorkItemNumber number, String raisedBy) {
        return new WorkItem(
                number,
                WorkItemType.EXCEPTION,
                "%s: the %s tolerance %s"
                        .formatted(
                                project.name(),
                                exceeded.outlook().dimension().name().toLowerCase(java.util.Locale.ROOT),
                                exceeded.forecast() ? "is forecast to be exceeded" : "is exceeded"),
                exceeded.because(),
                State.NEW,
                null,
                null,
                null,
                null,
                null,
                project.manager(),
                project.manager(),
                exceeded.at(),
                raisedBy,
                null,
                null,
                Optional.ofNullable(project.manager())
                        .map(manager -> "the manager of " + project.name())
                        .orElse(null),
                null);
    }
}
