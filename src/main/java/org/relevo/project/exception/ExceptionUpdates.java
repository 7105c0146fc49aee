package org.relevo.project.exception;

import java.util.Optional;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.project.ToleranceMeasured;
import org.relevo.project.exception.ExceptionEvents.ExceptionWithdrawn;
import org.relevo.project.exception.ExceptionReport.Figures;
import org.relevo.workitem.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the figures of a report that is not decided yet as they are, and withdraws it where it is needed no longer. */
@Component
class ExceptionUpdates {

    private static final Actor WATCH = Actor.system("tolerance watch");

    private final ExceptionReading reading;
    private final ExceptionRows rows;
    private final ExceptionNews news;
    private final ExceptionWriting writing;
    private final Commitments commitments;
    private final org.relevo.workitem.WorkItems workItems;
    private final ApplicationEventPublisher events;

    ExceptionUpdates(
            ExceptionReading reading,
            ExceptionRows rows,
            ExceptionNews news,
            ExceptionWriting writing,
            Commitments commitments,
            org.relevo.workitem.WorkItems workItems,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.rows = rows;
        this.news = news;
        this.writing = writing;
        this.commitments = commitments;
        this.workItems = workItems;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ToleranceMeasured measured) {
        open(measured).ifPresent(report -> {
            if (measured.kept() && report.status() == ExceptionStatus.WRITING && !report.everSubmitted()) {
                withdraw(report, measured);
            } else {
                update(report, measured);
            }
        });
    }

    /** Read again behind the lock: somebody may have submitted it at this very moment. */
    private Optional<ExceptionReport> open(ToleranceMeasured measured) {
        var outlook = measured.outlook();
        return rows.open(measured.project(), outlook.stage(), outlook.dimension())
                .map(found -> {
                    reading.locked(found.number());
                    return reading.get(found.number());
                })
                .filter(found -> found.status().open());
    }

    private void withdraw(ExceptionReport report, ToleranceMeasured measured) {
        var number = report.number();
        rows.withdrawn(number, measured.because());
        commitments.cancel(number, measured.at());
        workItems.save(reading.locked(number).moved(State.CLOSED, measured.at()));
        news.tell(
                report,
                "EXCEPTION_WITHDRAWN",
                "Withdrawn: the project is within its tolerance again",
                WATCH.name(),
                measured.because());
        events.publishEvent(new ExceptionWithdrawn(number));
    }

    private void update(ExceptionReport report, ToleranceMeasured measured) {
        var outlook = measured.outlook();
        var now = new Figures(
                !measured.actualExceeded(),
                outlook.baseline(),
                measured.allowed(),
                outlook.actual(),
                outlook.forecast(),
                measured.because());
        rows.figures(report.number(), measured.tolerance().id(), now);
        if (now.sameAs(report.figures())) {
            return;
        }
        news.note(
                report,
                "EXCEPTION_FIGURES",
                measured.kept()
                        ? "Within the tolerance again; what was submitted is still to be decided"
                        : "New figures",
                WATCH.name(),
                measured.because());
        if (report.status() == ExceptionStatus.WRITING) {
            writing.draft(report.number(), WATCH);
        }
    }
}
