package org.relevo.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The milestones, and why their dates moved within the period. */
@Component
class MilestoneReport implements ReportPart {

    private final Plans plans;
    private final MessageSource messages;

    MilestoneReport(Plans plans, MessageSource messages) {
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("milestones", messages, locale);
        var moved = plans.changes(project.key()).stream()
                .filter(one -> within(LocalDate.ofInstant(one.at(), project.zone()), from, until))
                .collect(Collectors.groupingBy(
                        MilestoneChange::milestone,
                        Collectors.mapping(
                                one -> "%s → %s: %s".formatted(said(one.was()), said(one.became()), one.reason()),
                                Collectors.joining("\n"))));
        return words.table(
                List.of("name", "baseline", "forecast", "actual", "slip", "moved"),
                plans.milestones(project.key()).stream()
                        .map(one -> List.of(
                                one.name(),
                                one.baseline().toString(),
                                one.forecast().toString(),
                                said(one.actual()),
                                String.valueOf(one.slip()),
                                moved.getOrDefault(one.id(), "")))
                        .toList());
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private static String said(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }
}
