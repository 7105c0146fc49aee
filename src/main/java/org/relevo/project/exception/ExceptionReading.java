package org.relevo.project.exception;

import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Finds an exception report with everything it consists of, and locks it for a change. */
@Component
class ExceptionReading {

    private final ExceptionRows rows;
    private final ExceptionTexts texts;
    private final ExceptionOptions options;
    private final Projects projects;
    private final WorkItems workItems;

    ExceptionReading(
            ExceptionRows rows,
            ExceptionTexts texts,
            ExceptionOptions options,
            Projects projects,
            WorkItems workItems) {
        this.rows = rows;
        this.texts = texts;
        this.options = options;
        this.projects = projects;
        this.workItems = workItems;
    }

    ExceptionReport get(WorkItemNumber number) {
        return rows.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no exception report %s. Look for it on its project's pages.".formatted(number)));
    }

    /** Locks the case before anything else of it is read, as everybody does who changes it. */
    WorkItem locked(WorkItemNumber number) {
        get(number);
        return workItems.locked(number).orElseThrow();
    }

    /** The report, locked, for whoever writes it. */
    ExceptionReport writable(WorkItemNumber number, Actor by) {
        project(get(number)).requireLead(by);
        locked(number);
        var report = get(number);
        if (report.status() != ExceptionStatus.WRITING) {
            throw new Refusal.Conflict("%s is %s and changes no longer.%s"
                    .formatted(
                            number,
                            report.status().word(),
                            report.status() == ExceptionStatus.SUBMITTED
                                    ? " Ask those who decide to return it first."
                                    : ""));
        }
        return report;
    }

    Project project(ExceptionReport report) {
        return projects.get(report.project());
    }

    ExceptionContent content(WorkItemNumber number) {
        return new ExceptionContent(texts.newest(number), options.of(number), texts.versions(number));
    }
}
