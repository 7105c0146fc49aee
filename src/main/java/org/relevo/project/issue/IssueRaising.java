package org.relevo.project.issue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.IssueRaised;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.RiskOccurred;
import org.relevo.project.ToleranceExceeded;
import org.relevo.project.issue.IssueEvents.IssueOpened;
import org.relevo.project.issue.ProjectIssue.Source;
import org.relevo.project.money.Entered;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises issues: by whoever works on the project, by a risk that happened, by a tolerance that was exceeded. */
@Component
public class IssueRaising {

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 4_000;

    private final Projects projects;
    private final Plans plans;
    private final IssueRows rows;
    private final IssueRules rules;
    private final IssueCase cases;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;

    IssueRaising(
            Projects projects,
            Plans plans,
            IssueRows rows,
            IssueRules rules,
            IssueCase cases,
            WorkItems workItems,
            Commitments commitments,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.plans = plans;
        this.rows = rows;
        this.rules = rules;
        this.cases = cases;
        this.workItems = workItems;
        this.commitments = commitments;
        this.events = events;
    }

    /** Who leads a project, works in its team, or works on cases at all, raises its issues. */
    public boolean mayRaise(Project project, Actor by) {
        return project.active()
                && (project.ledBy(by)
                        || by.has(Role.AGENT)
                        || by.has(Role.SERVICE_MANAGER)
                        || plans.members(project.key()).stream()
                                .anyMatch(one -> one.person().equals(by.name())));
    }

    /** @param typed title and, where there is more to say, description */
    @Transactional
    public WorkItemNumber raise(String key, Map<String, String> typed, Actor by) {
        var project = projects.get(key);
        if (!project.active()) {
            throw new Refusal.Conflict("%s is closed and has no issues any more.".formatted(project.name()));
        }
        if (!mayRaise(project, by)) {
            throw new Refusal.NotAllowed("%s does not work on %s. Ask its project manager, %s, to raise it."
                    .formatted(by.name(), project.name(), project.manager()));
        }
        var entered = new Entered(typed);
        var title = entered.needed("title", TITLE);
        var description = entered.optional("description", DESCRIPTION);
        if (title.matches("(?s).*\\p{Cntrl}.*")) {
            entered.problem("title", "Write it on one line.");
        }
        entered.check();
        return raise(project, Source.PERSON, null, null, title, description, by);
    }

    /** A risk is an issue once. */
    @EventListener
    @Transactional
    public void on(RiskOccurred occurred) {
        if (rows.ofRisk(occurred.risk()).isEmpty()) {
            raise(
                    projects.get(occurred.project()),
                    Source.RISK,
                    occurred.risk(),
                    null,
                    occurred.title(),
                    occurred.history(),
                    Actor.system(occurred.by()));
        }
    }

    /** What is only forecast is an exception; what has happened is an issue besides, one at a time. */
    @EventListener
    @Transactional
    public void on(ToleranceExceeded exceeded) {
        if (!exceeded.forecast() && rows.openOf(exceeded.tolerance()).isEmpty()) {
            var project = projects.get(exceeded.project());
            raise(
                    project,
                    Source.TOLERANCE,
                    null,
                    exceeded.tolerance(),
                    "%s is beyond its tolerance of %s"
                            .formatted(
                                    project.name(),
                                    exceeded.outlook().dimension().name().toLowerCase(java.util.Locale.ROOT)),
                    exceeded.because(),
                    Actor.system("relevo"));
        }
    }

    private WorkItemNumber raise(
            Project project,
            Source source,
            @Nullable Long risk,
            @Nullable Long tolerance,
            String title,
            String description,
            Actor by) {
        var now = cases.now();
        var number = workItems.nextNumber(WorkItemType.PROJECT_ISSUE);
        var outcome = rules.owed(number, WorkItemType.PROJECT_ISSUE, null, null, project.manager(), now);
        var priority = outcome.one(AssignPriority.class);
        workItems.add(new WorkItem(
                number,
                WorkItemType.PROJECT_ISSUE,
                title,
                description,
                State.NEW,
                priority.map(AssignPriority::priority).orElse(null),
                null,
                null,
                null,
                null,
                project.manager(),
                project.manager(),
                now,
                by.name(),
                null,
                priority.map(AssignPriority::because).orElse(null),
                null,
                null));
        rows.add(number, project.key(), source, risk, tolerance);
        cases.tell(number, "RAISED", "Issue raised: " + title, by, null);
        commitments.open(number, outcome.all(OpenCommitment.class), now);
        events.publishEvent(new IssueOpened(number, project.manager()));
        events.publishEvent(new IssueRaised(project.key(), number, risk, title, now));
        return number;
    }
}
