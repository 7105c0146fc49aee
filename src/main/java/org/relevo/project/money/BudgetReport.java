package org.relevo.project.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The budget by kind: what was spent, what it will cost, and why that differs. */
@Component
class BudgetReport implements ReportPart {

    private final MoneyFigures figures;
    private final MessageSource messages;
    private final Clock clock;

    BudgetReport(MoneyFigures figures, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("budget", messages, locale);
        var today = project.today(clock);
        var lines = figures.lines(project.key(), until.isAfter(today) ? today : until);
        var rows = lines.isEmpty()
                ? List.<List<String>>of()
                : Stream.of(
                                row(words.text("capex"), lines, one -> one.kind() == Line.Kind.CAPEX),
                                row(words.text("opex"), lines, one -> one.kind() == Line.Kind.OPEX),
                                row(words.text("without"), lines, one -> one.kind() == null),
                                row(words.text("total"), lines, one -> true))
                        .toList();
        return words.table(
                List.of(
                        "kind",
                        "budget",
                        "spent",
                        "remaining",
                        "forecast",
                        "beyond",
                        "volume",
                        "rate",
                        "timing",
                        "unplanned"),
                rows);
    }

    private static List<String> row(String name, List<Line> lines, Predicate<Line> of) {
        var sum = MoneyFigures.total(lines.stream().filter(of).toList());
        var parts = sum.explained();
        return Stream.concat(
                        Stream.of(name),
                        Stream.of(
                                        sum.budget(),
                                        sum.spent(),
                                        sum.remaining(),
                                        sum.forecast(),
                                        sum.beyond(),
                                        parts.volume(),
                                        parts.rate(),
                                        parts.timing(),
                                        parts.unplanned())
                                .map(one -> one.setScale(2, java.math.RoundingMode.HALF_EVEN)
                                        .toPlainString()))
                .toList();
    }
}
