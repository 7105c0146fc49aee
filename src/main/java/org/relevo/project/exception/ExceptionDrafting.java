package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Dimension;
import org.relevo.project.Milestone;
import org.relevo.project.MilestoneChange;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.springframework.stereotype.Component;

/** Drafts a report from what the project's figures say. It names causes that are on record, and judges nothing. */
@Component
class ExceptionDrafting {

    private static final int MOST = 8;

    private final Projects projects;
    private final Plans plans;
    private final List<Outlooks> outlooks;
    private final MoneyFindings money;
    private final Clock clock;

    ExceptionDrafting(Projects projects, Plans plans, List<Outlooks> outlooks, MoneyFindings money, Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.outlooks = outlooks;
        this.money = money;
        this.clock = clock;
    }

    ExceptionDraft of(ExceptionReport report) {
        var project = projects.get(report.project());
        var today = project.today(clock);
        var ends = outlooks.stream()
                .flatMap(one -> one.of(project.key(), today).stream())
                .toList();
        return new ExceptionDraft(
                Map.of(
                        ExceptionSection.CAUSE, cause(report, project, today),
                        ExceptionSection.CONSEQUENCES, consequences(report, project, ends, today),
                        ExceptionSection.RECOMMENDATION, ""),
                accepting(report, ends));
    }

    private String cause(ExceptionReport report, Project project, LocalDate today) {
        var lines = new ArrayList<String>();
        lines.add(report.figures().because() + ".");
        lines.addAll(slipped(project, report.stage()));
        lines.addAll(money.late(project));
        lines.addAll(money.deviation(project, today));
        return String.join("\n", lines);
    }

    /** The milestones that are late, each with the reason that was last given. */
    private List<String> slipped(Project project, @Nullable Long stage) {
        var reasons = plans.changes(project.key()).stream()
                .filter(change -> change.which() != Milestone.Which.BASELINE)
                .collect(Collectors.toMap(
                        MilestoneChange::milestone, MilestoneChange::reason, (newest, older) -> newest));
        return plans.milestones(project.key()).stream()
                .filter(one -> stage == null || stage.equals(one.stage()))
                .filter(one -> one.slip() > 0)
                .sorted(Comparator.comparingLong(Milestone::slip).reversed())
                .limit(MOST)
                .map(one -> "- Milestone “%s”: %s instead of %s, %d days later%s"
                        .formatted(
                                one.name(),
                                one.date(),
                                one.baseline(),
                                one.slip(),
                                reasons.containsKey(one.id()) ? ": " + reasons.get(one.id()) : ""))
                .toList();
    }

    private String consequences(ExceptionReport report, Project project, List<Outlook> ends, LocalDate today) {
        var lines = new ArrayList<String>();
        for (var dimension : Dimension.values()) {
            whole(ends, dimension)
                    .map(one -> "- %s: %s".formatted(word(dimension), ending(one, project)))
                    .forEach(lines::add);
        }
        plans.stages(project.key()).stream()
                .filter(stage -> report.stage() != null && stage.id() == report.stage())
                .map(stage -> "- It is the stage “%s” that does not keep to its tolerance.".formatted(stage.name()))
                .forEach(lines::add);
        lines.addAll(money.earned(project, today));
        return String.join("\n", lines);
    }

    private static java.util.stream.Stream<Outlook> whole(List<Outlook> ends, Dimension dimension) {
        return ends.stream().filter(one -> one.stage() == null && one.dimension() == dimension);
    }

    private static String ending(Outlook one, Project project) {
        var beyond = one.forecast().subtract(one.baseline());
        var unit = switch (one.dimension()) {
            case TIME -> "days";
            case COST -> project.currency().getCurrencyCode();
            case SCOPE -> "points of scope";
        };
        return "%s %s at completion, %s%s against what was promised (%s)"
                .formatted(plain(one.forecast()), unit, beyond.signum() > 0 ? "+" : "", plain(beyond), one.because());
    }

    private static String word(Dimension dimension) {
        var name = dimension.name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static ExceptionOption accepting(ExceptionReport report, List<Outlook> ends) {
        var days = beyond(ends, report, Dimension.TIME);
        var cost = beyond(ends, report, Dimension.COST);
        return new ExceptionOption(
                0,
                "",
                "Go on as forecast and accept the deviation",
                days.intValue(),
                cost,
                beyond(ends, report, Dimension.SCOPE).signum() < 0 ? "Less than was promised" : "None",
                "The forecast may become worse",
                false,
                true,
                1);
    }

    /** Of the stage that the report is about, where it is about one. */
    private static BigDecimal beyond(List<Outlook> ends, ExceptionReport report, Dimension dimension) {
        return ends.stream()
                .filter(one -> Objects.equals(one.stage(), report.stage()) && one.dimension() == dimension)
                .map(one -> one.forecast().subtract(one.baseline()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
