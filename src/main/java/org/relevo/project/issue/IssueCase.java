package org.relevo.project.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** The case of an issue: who may change it, its lock, and its timeline. */
@Component
class IssueCase {

    private final IssueRows rows;
    private final Projects projects;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Clock clock;

    IssueCase(IssueRows rows, Projects projects, WorkItems workItems, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.projects = projects;
        this.workItems = workItems;
        this.timeline = timeline;
        this.clock = clock;
    }

    ProjectIssue get(WorkItemNumber number) {
        return rows.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no issue %s. Look for it in the list of issues.".formatted(number)));
    }

    Project project(ProjectIssue issue) {
        return projects.get(issue.project());
    }

    /** The issue, locked until the transaction ends; refused where it is over. */
    ProjectIssue open(WorkItemNumber number) {
        get(number);
        workItems.locked(number);
        var issue = get(number);
        if (!issue.status().open()) {
            throw new Refusal.Conflict("%s is %s and changes no longer. Raise another one."
                    .formatted(number, issue.status() == ProjectIssue.Status.CLOSED ? "closed" : "withdrawn"));
        }
        return issue;
    }

    /** As {@link #open}, for what only who leads the project does. The process acts for whoever has its task. */
    ProjectIssue led(WorkItemNumber number, Actor by) {
        var issue = open(number);
        if (by.kind() != Actor.Kind.SYSTEM) {
            project(issue).requireLead(by);
        }
        return issue;
    }

    static void require(ProjectIssue issue, String verb, ProjectIssue.Status... wanted) {
        for (var one : wanted) {
            if (issue.status() == one) {
                return;
            }
        }
        throw new Refusal.Conflict("%s is being %s and cannot be %s now. Look at its page for what is next."
                .formatted(issue.number(), issue.status().name().toLowerCase(java.util.Locale.ROOT), verb));
    }

    void save(WorkItemNumber number, UnaryOperator<WorkItem> change) {
        workItems.save(change.apply(workItems.locked(number).orElseThrow()));
    }

    void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String reason) {
        timeline.append(number, new TimelineEvent(now(), kind, text, by.name(), reason));
    }

    Instant now() {
        return clock.instant();
    }
}
