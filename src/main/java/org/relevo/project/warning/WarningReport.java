package org.relevo.project.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was warned of within the period, and what is still open. */
@Component
class WarningReport implements ReportPart {

    private static final int MOST = 100;

    private final WarningRows rows;
    private final MessageSource messages;

    WarningReport(WarningRows rows, MessageSource messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("warnings", messages, locale);
        return words.table(
                List.of("day", "aspect", "rule", "because", "outcome"),
                rows.of(project.key(), MOST).stream()
                        .filter(one -> !one.day().isAfter(until)
                                && (one.outcome() == Warning.Outcome.OPEN
                                        || !one.day().isBefore(from)))
                        .map(one -> List.of(
                                one.day().toString(),
                                messages.getMessage("status.aspect." + one.aspect(), null, locale),
                                one.rule(),
                                one.because(),
                                messages.getMessage("status.outcome." + one.outcome(), null, locale)))
                        .toList());
    }
}
