package org.relevo.project.exception;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The exceptions in a project's progress report: those that were open in the period, or were demanded in it. */
@Component
class ExceptionReportPart implements ReportPart {

    private static final int MOST = 200;

    private final ExceptionRows rows;
    private final ExceptionReading reading;
    private final MessageSource messages;

    ExceptionReportPart(ExceptionRows rows, ExceptionReading reading, MessageSource messages) {
        this.rows = rows;
        this.reading = reading;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        return new Table(
                "exceptions",
                said("exception.title", locale),
                List.of(
                        said("exception.one", locale),
                        said("exception.about", locale),
                        said("exception.demanded", locale),
                        said("incident.state", locale),
                        said("exception.decision", locale)),
                rows.find(project.key(), null, 0, MOST).stream()
                        .filter(one -> within(project, one, from, until))
                        .map(one -> row(project, one, locale))
                        .toList(),
                said("exception.none.period", locale));
    }

    private static boolean within(Project project, ExceptionReport one, LocalDate from, LocalDate until) {
        var demanded = LocalDate.ofInstant(one.demandedAt(), project.zone());
        var decision = one.decision();
        var over = decision == null ? null : LocalDate.ofInstant(decision.at(), project.zone());
        return !demanded.isAfter(until)
                && (over == null ? one.status().open() || !demanded.isBefore(from) : !over.isBefore(from));
    }

    private List<String> row(Project project, ExceptionReport one, Locale locale) {
        var decision = one.decision();
        return List.of(
                one.number().value(),
                one.figures().because(),
                LocalDate.ofInstant(one.demandedAt(), project.zone()).toString(),
                said("exception.status." + one.status(), locale),
                decision == null
                        ? ""
                        : reading.content(one.number())
                                .option(decision.option())
                                .map(option -> option.letter() + ": " + option.title())
                                .orElseGet(() -> said("exception.verdict.CLOSE", locale)));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
