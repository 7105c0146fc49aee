package org.relevo.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where a project and its stages stand and will end in time, cost and scope, beside what is allowed. */
@Component
class OutlookReport implements ReportPart {

    private final List<Outlooks> outlooks;
    private final Plans plans;
    private final ToleranceStandings standings;
    private final MessageSource messages;
    private final Clock clock;

    OutlookReport(
            List<Outlooks> outlooks, Plans plans, ToleranceStandings standings, MessageSource messages, Clock clock) {
        this.outlooks = outlooks;
        this.plans = plans;
        this.standings = standings;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("outlook", messages, locale);
        var today = project.today(clock);
        var day = until.isAfter(today) ? today : until;
        var stages = plans.stages(project.key()).stream().collect(Collectors.toMap(Stage::id, Stage::name));
        var held = standings.of(project);
        return words.table(
                List.of("dimension", "of", "promised", "now", "completion", "tolerance", "stands"),
                outlooks.stream()
                        .flatMap(one -> one.of(project.key(), day).stream())
                        .sorted(Comparator.comparing(Outlook::dimension))
                        .map(one -> row(
                                one,
                                held,
                                stages.getOrDefault(Objects.requireNonNullElse(one.stage(), -1L), words.text("whole")),
                                words))
                        .toList());
    }

    private static List<String> row(Outlook one, List<ToleranceStandings.Standing> held, String of, ReportWords words) {
        var standing = held.stream()
                .filter(other -> other.tolerance().dimension() == one.dimension()
                        && Objects.equals(other.tolerance().stage(), one.stage()))
                .findFirst();
        return List.of(
                words.text("dimension." + one.dimension()),
                of,
                one.baseline().toPlainString(),
                one.actual().toPlainString(),
                one.forecast().toPlainString(),
                standing.map(found -> found.tolerance().text()).orElse("–"),
                words.text(standing.map(found ->
                                found.actualExceeded() ? "exceeded" : found.forecastExceeded() ? "forecast" : "within")
                        .orElse("free")));
    }
}
