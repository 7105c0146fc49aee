package org.relevo.project.warning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.relevo.project.Milestone;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ProjectClosed;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each warning whether it was right. */
@Component
class WarningOutcomes {

    private final Projects projects;
    private final Plans plans;
    private final WarningRows rows;
    private final Timeline timeline;
    private final Clock clock;

    WarningOutcomes(Projects projects, Plans plans, WarningRows rows, Timeline timeline, Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.rows = rows;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** It was right when what it foresaw has come, and wrong when all is done without it. */
    void settle(Project project, Foreseen now, LocalDate today) {
        var done = done(project);
        for (var one : rows.open(project.key())) {
            if (one.aspect() != now.aspect()) {
                continue;
            }
            var actual = now.outlook().actual();
            var came = actual.compareTo(one.foreseen()) >= 0;
            if (came || done) {
                rows.end(one.id(), came ? Warning.Outcome.RIGHT : Warning.Outcome.WRONG, actual, today);
                tell(
                        project,
                        "WARNING_SETTLED",
                        "The warning of %s was %s".formatted(one.day(), came ? "right" : "wrong"),
                        "%s was foreseen, it is %s".formatted(one.foreseen().toPlainString(), actual.toPlainString()));
            }
        }
    }

    /** A project that ends before its time never shows whether a warning was right: it counts for neither. */
    @EventListener
    @Transactional
    public void on(ProjectClosed closed) {
        var project = projects.get(closed.project());
        for (var one : rows.open(project.key())) {
            rows.end(one.id(), Warning.Outcome.VOID, null, project.today(clock));
            tell(
                    project,
                    "WARNING_SETTLED",
                    "The warning of %s is neither right nor wrong".formatted(one.day()),
                    "the project was closed before it could be known");
        }
    }

    /** Whether all of its milestones are reached. */
    boolean done(Project project) {
        var milestones = plans.milestones(project.key());
        return !milestones.isEmpty() && milestones.stream().allMatch(Milestone::reached);
    }

    void tell(Project project, String kind, String text, String because) {
        Optional.ofNullable(project.number())
                .ifPresent(number -> timeline.append(
                        number, new TimelineEvent(clock.instant(), kind, text, "forecast watch", because)));
    }
}
