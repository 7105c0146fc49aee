package org.relevo.project;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The case of each project: it carries the tolerances, and tells what happened. */
@Component
class ProjectCases {

    private final JdbcClient jdbc;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Projects projects;
    private final Clock clock;

    ProjectCases(JdbcClient jdbc, WorkItems workItems, Timeline timeline, Projects projects, Clock clock) {
        this.jdbc = jdbc;
        this.workItems = workItems;
        this.timeline = timeline;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * The project with its case locked, so that changes of one project follow each other; the case is opened where there is
     * none yet. Whoever changes a project calls this first.
     */
    Project locked(String key) {
        var before = projects.get(key);
        var number = before.number();
        if (number != null) {
            workItems.locked(number);
            return projects.get(before.key());
        }
        jdbc.sql("select key from project where key = ? for update")
                .param(before.key())
                .query(String.class)
                .single();
        var project = projects.get(before.key());
        return project.number() == null ? opened(project, "relevo") : project;
    }

    /** Opens the case of a project that has none. */
    Project opened(Project project, String by) {
        var now = clock.instant();
        var number = workItems.nextNumber(WorkItemType.PROJECT);
        workItems.add(item(number, project, State.ACKNOWLEDGED, now, by, null));
        jdbc.sql("update project set work_item = ? where key = ?")
                .params(number.value(), project.key())
                .update();
        timeline.append(number, new TimelineEvent(now, "RAISED", project.name() + " began", by, null));
        return projects.get(project.key());
    }

    /** Lets the case say what the project says. */
    void rewrite(Project project) {
        var before = workItems.locked(number(project)).orElseThrow();
        workItems.save(item(before.number(), project, before.state(), before.raisedAt(), before.raisedBy(), before));
    }

    void close(Project project, Instant at) {
        var item = workItems.locked(number(project)).orElseThrow();
        workItems.save(item.moved(State.CLOSED, at));
    }

    void tell(Project project, String kind, String text, String by, @Nullable String reason) {
        timeline.append(number(project), new TimelineEvent(clock.instant(), kind, text, by, reason));
    }

    static WorkItemNumber number(Project project) {
        var number = project.number();
        if (number == null) {
            throw new Refusal.Conflict("%s has no case yet. Save it once more.".formatted(project.name()));
        }
        return number;
    }

    private static WorkItem item(
            WorkItemNumber number, Project project, State state, Instant raised, String by, @Nullable WorkItem before) {
        return new WorkItem(
                number,
                WorkItemType.PROJECT,
                project.name(),
                project.description(),
                state,
                null,
                null,
                null,
                null,
                null,
                project.manager(),
                project.manager(),
                raised,
                by,
                before == null ? null : before.endedAt(),
                null,
                null,
                null);
    }
}
