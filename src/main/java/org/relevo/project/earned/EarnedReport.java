package org.relevo.project.earned;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures of earned value on the period's last day, each with its formula. */
@Component
class EarnedReport implements ReportPart {

    private final EarnedValue earned;
    private final WorkPackages packages;
    private final MessageSource messages;
    private final Clock clock;

    EarnedReport(EarnedValue earned, WorkPackages packages, MessageSource messages, Clock clock) {
        this.earned = earned;
        this.packages = packages;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("earned", messages, locale);
        var today = project.today(clock);
        var figures = packages.of(project.key()).isEmpty()
                ? List.<Figure>of()
                : earned.of(project.key(), until.isAfter(today) ? today : until).figures();
        return words.table(
                List.of("name", "value", "formula"),
                figures.stream()
                        .map(one -> List.of(
                                one.name(),
                                one.known()
                                        ? Objects.requireNonNull(one.rounded()).toPlainString()
                                        : "–",
                                one.known()
                                        ? formula(one)
                                        : messages.getMessage("earned.remark." + one.remark(), null, locale)))
                        .toList());
    }

    /** A sum is told once, not as equal to itself. */
    private static String formula(Figure one) {
        return one.formula().equals(one.numbers()) ? one.formula() : one.formula() + " = " + one.numbers();
    }
}
