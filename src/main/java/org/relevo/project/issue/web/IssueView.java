package org.relevo.project.issue.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.people.Actor;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.issue.IssueAction;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;
import org.relevo.project.issue.IssueRaising;
import org.relevo.project.issue.ProjectIssue;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.web.ProjectView;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of issues show. */
@Component
class IssueView {

    static final Failed FINE = new Failed("", Map.of(), Map.of());
    private static final int SIZE = 50;

    private final IssueDesk issues;
    private final IssueRaising raising;
    private final IssueActions actions;
    private final Projects projects;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final Inbox inbox;
    private final ObjectProvider<Diagrams> diagrams;
    private final ProjectView persons;
    private final MoneyView frame;

    IssueView(
            IssueDesk issues,
            IssueRaising raising,
            IssueActions actions,
            Projects projects,
            WorkItems workItems,
            Commitments commitments,
            Inbox inbox,
            ObjectProvider<Diagrams> diagrams,
            ProjectView persons,
            MoneyView frame) {
        this.issues = issues;
        this.raising = raising;
        this.actions = actions;
        this.projects = projects;
        this.workItems = workItems;
        this.commitments = commitments;
        this.inbox = inbox;
        this.diagrams = diagrams;
        this.persons = persons;
        this.frame = frame;
    }

    /** An issue in a list. */
    public record Row(ProjectIssue issue, WorkItem item, Project project) {}

    String list(Actor by, Project project, int page, Failed failed, Model model) {
        rows(project.key(), page, model);
        model.addAttribute("raises", raising.mayRaise(project, by));
        frame.frame(by, project, failed, model);
        return "project/issues";
    }

    /** Of all projects. */
    String list(int page, Model model) {
        rows(null, page, model);
        model.addAttribute("persons", persons);
        model.addAttribute("money", frame);
        return "project/all-issues";
    }

    private void rows(@Nullable String project, int page, Model model) {
        var total = issues.count(project);
        var pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        var at = Math.min(Math.max(page, 1), pages);
        model.addAttribute(
                "rows",
                issues.of(project, at - 1, SIZE).stream()
                        .map(one ->
                                new Row(one, workItems.find(one.number()).orElseThrow(), projects.get(one.project())))
                        .toList());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
    }

    String page(Actor by, WorkItemNumber number, Failed failed, @Nullable String refused, Model model) {
        var issue = issues.get(number);
        var project = projects.get(issue.project());
        var planned = actions.of(number);
        var impact = issue.impact();
        model.addAttribute("issue", issue);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("commitments", commitments.of(number));
        model.addAttribute("positions", issues.positions(number));
        model.addAttribute("actions", planned);
        model.addAttribute("left", impact == null ? null : impact.without(actions.takenAway(number)));
        model.addAttribute(
                "plans",
                List.of(ProjectIssue.Status.PLANNING, ProjectIssue.Status.WATCHING)
                        .contains(issue.status()));
        model.addAttribute("anyOpen", planned.stream().anyMatch(IssueAction::open));
        model.addAttribute(
                "tasks",
                inbox.of(number).stream().filter(task -> task.endedAt() == null).toList());
        model.addAttribute(
                "history",
                persons.history(number, LocaleContextHolder.getTimeZone().toZoneId()));
        model.addAttribute(
                "diagram", diagrams.stream().anyMatch(known -> known.of(number).isPresent()));
        model.addAttribute("who", by.name());
        model.addAttribute("refused", refused);
        frame.frame(by, project, failed, model);
        return "project/issue";
    }
}
