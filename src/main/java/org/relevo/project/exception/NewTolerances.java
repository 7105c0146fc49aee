package org.relevo.project.exception;

import java.math.BigDecimal;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Dimension;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** The tolerance that a decision makes necessary; only the sponsor sets it. */
@Component
class NewTolerances {

    private final ExceptionReading reading;
    private final ExceptionRows rows;
    private final ExceptionNews news;
    private final ProjectTolerances tolerances;

    NewTolerances(ExceptionReading reading, ExceptionRows rows, ExceptionNews news, ProjectTolerances tolerances) {
        this.reading = reading;
        this.rows = rows;
        this.news = news;
        this.tolerances = tolerances;
    }

    /** Empty where none was chosen, where what was chosen is within what is allowed, or where one was set already. */
    Optional<BigDecimal> needed(ExceptionReport report, ExceptionContent content) {
        var decision = report.decision();
        if (decision == null || decision.verdict() != Verdict.OPTION || report.newTolerance() != null) {
            return Optional.empty();
        }
        return content.option(decision.option())
                .flatMap(option -> of(report.dimension(), option))
                .filter(needed -> needed.compareTo(report.figures().allowed()) > 0);
    }

    /** An option says nothing of scope in points. */
    private static Optional<BigDecimal> of(Dimension dimension, ExceptionOption option) {
        return switch (dimension) {
            case TIME -> Optional.of(BigDecimal.valueOf(option.days()));
            case COST -> Optional.of(option.cost());
            case SCOPE -> Optional.empty();
        };
    }

    /** Setting it locks the project's case first; the report's comes after it. */
    void confirm(WorkItemNumber number, String size, Actor by) {
        var report = reading.get(number);
        var project = reading.project(report);
        project.requireSponsor(by);
        var chosen = needed(report, reading.content(number))
                .flatMap(needed -> Optional.ofNullable(report.decision()))
                .flatMap(decision -> reading.content(number).option(decision.option()))
                .orElseThrow(() -> new Refusal.Conflict(
                        "%s needs no new tolerance. Its project's page is where one can be set.".formatted(number)));
        tolerances.set(
                report.project(),
                report.dimension().name(),
                report.stage() == null ? "" : String.valueOf(report.stage()),
                size,
                "AMOUNT",
                "%s: option %s was chosen".formatted(number, chosen.letter()),
                by);
        reading.locked(number);
        if (reading.get(number).newTolerance() != null) {
            throw new Refusal.Conflict("The new tolerance of %s is set already.".formatted(number));
        }
        tolerances.current(report.project()).stream()
                .filter(one ->
                        one.dimension() == report.dimension() && java.util.Objects.equals(one.stage(), report.stage()))
                .findFirst()
                .ifPresent(one -> {
                    rows.newTolerance(number, one.id());
                    news.note(report, "TOLERANCE_SET", "New tolerance: " + one.text(), by.name(), null);
                });
    }
}
