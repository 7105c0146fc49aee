package org.relevo.project.exception;

import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.project.ToleranceMeasured;
import org.relevo.project.exception.ExceptionReport.Figures;
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
    private final ExceptionWithdrawals withdrawals;

    ExceptionUpdates(
            ExceptionReading reading,
            ExceptionRows rows,
            ExceptionNews news,
            ExceptionWriting writing,
            ExceptionWithdrawals withdrawals) {
        this.reading = reading;
        this.rows = rows;
        this.news = news;
        this.writing = writing;
        this.withdrawals = withdrawals;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ToleranceMeasured measured) {
        open(measured).ifPresent(report -> {
            if (measured.kept()
                    && report.status() == ExceptionStatus.WRITING
                    && !report.everSubmitted()
                    && !rows.wasReopened(report.number())) {
                withdrawals.withdraw(
                        report,
                        "Withdrawn: the project is within its tolerance again",
                        WATCH.name(),
                        measured.because(),
                        measured.at());
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
