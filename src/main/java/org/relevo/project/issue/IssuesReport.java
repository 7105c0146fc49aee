package org.relevo.project.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The issues in a progress report: those that are open, and those that ended within the period. */
@Component
class IssuesReport implements ReportPart {

    private static final int MOST = 200;

    private final IssueRows rows;
    private final WorkItems workItems;
    private final People people;
    private final MessageSource messages;

    IssuesReport(IssueRows rows, WorkItems workItems, People people, MessageSource messages) {
        this.rows = rows;
        this.workItems = workItems;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("issues", messages, locale);
        return words.table(
                List.of("number", "name", "priority", "status", "owner", "days", "cost", "scope"),
                rows.of(project.key(), 0, MOST).stream()
                        .filter(one -> within(project, one, from, until))
                        .map(one -> row(one, workItems.find(one.number()).orElseThrow(), words))
                        .toList());
    }

    private static boolean within(Project project, ProjectIssue one, LocalDate from, LocalDate until) {
        if (one.endedAt() == null) {
            return true;
        }
        var ended = LocalDate.ofInstant(one.endedAt(), project.zone());
        return !ended.isBefore(from) && !ended.isAfter(until);
    }

    private List<String> row(ProjectIssue one, WorkItem item, ReportWords words) {
        var impact = one.impact();
        return List.of(
                one.number().value(),
                item.title(),
                item.priority() == null ? "–" : item.priority().name(),
                words.messages().getMessage("issue.status." + one.status(), null, words.locale()),
                item.owner() == null
                        ? "–"
                        : people.find(item.owner()).map(Person::name).orElse(item.owner()),
                impact == null ? "–" : String.valueOf(impact.days()),
                impact == null ? "–" : impact.cost().toPlainString(),
                impact == null ? "–" : impact.scope().toPlainString());
    }
}
