package org.relevo.project.exception;

import java.time.Clock;
import java.time.Instant;
import org.relevo.commitment.Commitments;
import org.relevo.people.DemoRemoved;
import org.relevo.project.Project;
import org.relevo.project.ProjectClosed;
import org.relevo.project.Projects;
import org.relevo.project.exception.ExceptionEvents.ExceptionWithdrawn;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Withdraws reports that nobody needs any longer, so that nothing is escalated about them. */
@Component
class ExceptionWithdrawals {

    private static final int MOST = 1_000;

    private final ExceptionReading reading;
    private final ExceptionRows rows;
    private final ExceptionNews news;
    private final Projects projects;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExceptionWithdrawals(
            ExceptionReading reading,
            ExceptionRows rows,
            ExceptionNews news,
            Projects projects,
            WorkItems workItems,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.news = news;
        this.projects = projects;
        this.workItems = workItems;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    void withdraw(ExceptionReport report, String text, String by, String reason, Instant at) {
        var number = report.number();
        rows.withdrawn(number, reason);
        commitments.cancel(number, at);
        workItems.save(reading.locked(number).moved(State.CLOSED, at));
        news.tell(report, "EXCEPTION_WITHDRAWN", text, by, reason);
        events.publishEvent(new ExceptionWithdrawn(number));
    }

    @EventListener
    void on(ProjectClosed closed) {
        all(closed.project(), "Withdrawn: the project was closed", closed.by(), closed.at());
    }

    /** Before the projects themselves go. */
    @EventListener
    @Order(50)
    void on(DemoRemoved removed) {
        projects.all().stream()
                .filter(Project::demo)
                .forEach(one -> all(one.key(), "Withdrawn: the demo was removed", "relevo", clock.instant()));
    }

    /** Read again behind the lock: somebody may have decided at this very moment. */
    private void all(String project, String text, String by, Instant at) {
        for (var found : rows.find(project, null, 0, MOST)) {
            if (found.status().open()) {
                reading.locked(found.number());
                var report = reading.get(found.number());
                if (report.status().open()) {
                    withdraw(report, text, by, text, at);
                }
            }
        }
    }
}
