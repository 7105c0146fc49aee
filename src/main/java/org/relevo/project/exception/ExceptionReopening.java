package org.relevo.project.exception;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.relevo.platform.Refusal;
import org.relevo.project.Dimension;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.relevo.project.Project;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.Projects;
import org.relevo.project.Tolerance;
import org.relevo.project.ToleranceExceeded;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks a project for an exception report because of what it has caused elsewhere, whatever its own figures say. */
@Component
public class ExceptionReopening {

    private final Projects projects;
    private final ProjectTolerances tolerances;
    private final List<Outlooks> outlooks;
    private final ExceptionDemands demands;
    private final ExceptionRows rows;
    private final ExceptionNews news;
    private final WorkItems workItems;
    private final Clock clock;

    ExceptionReopening(
            Projects projects,
            ProjectTolerances tolerances,
            List<Outlooks> outlooks,
            ExceptionDemands demands,
            ExceptionRows rows,
            ExceptionNews news,
            WorkItems workItems,
            Clock clock) {
        this.projects = projects;
        this.tolerances = tolerances;
        this.outlooks = outlooks;
        this.demands = demands;
        this.rows = rows;
        this.news = news;
        this.workItems = workItems;
        this.clock = clock;
    }

    /**
     * Answers the report that is demanded now, or the one that is being written or decided already; empty where the
     * project has promised nothing in that dimension.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<WorkItemNumber> reopen(String key, Dimension dimension, String because, String by) {
        var project = projects.get(key);
        if (!project.active()) {
            throw new Refusal.Conflict(
                    "%s is closed and owes no exception reports any more.".formatted(project.name()));
        }
        var number = project.number();
        if (number == null) {
            return Optional.empty();
        }
        workItems.locked(number);
        var open = rows.open(key, null, dimension);
        open.ifPresent(report -> news.tell(report, "EXCEPTION_REOPENED", "One more reason for it", by, because));
        return open.map(ExceptionReport::number).or(() -> demanded(project, number, dimension, because));
    }

    private Optional<WorkItemNumber> demanded(
            Project project, WorkItemNumber number, Dimension dimension, String because) {
        return outlook(project, dimension)
                .flatMap(outlook -> tolerance(project, dimension)
                        .flatMap(tolerance -> demands.demand(
                                project,
                                new ToleranceExceeded(
                                        project.key(),
                                        number,
                                        tolerance.id(),
                                        outlook,
                                        true,
                                        tolerance.level(),
                                        because,
                                        clock.instant()))))
                .map(report -> {
                    rows.reopened(report, because);
                    return report;
                });
    }

    private Optional<Outlook> outlook(Project project, Dimension dimension) {
        var today = project.today(clock);
        return outlooks.stream()
                .flatMap(one -> one.of(project.key(), today).stream())
                .filter(one -> one.stage() == null && one.dimension() == dimension)
                .findFirst();
    }

    private Optional<Tolerance> tolerance(Project project, Dimension dimension) {
        return tolerances.current(project.key()).stream()
                .filter(one -> one.stage() == null && one.dimension() == dimension)
                .findFirst();
    }
}
