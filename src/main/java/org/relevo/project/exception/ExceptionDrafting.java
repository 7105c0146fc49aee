package org.relevo.project.exception;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Dimension;
import org.relevo.project.Milestone;
import org.relevo.project.MilestoneChange;
import org.relevo.project.Outlook;
import org.relevo.project.Outlooks;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Drafts a report from what the project's figures say. It names causes that are on record, and judges nothing. */
@Component
class ExceptionDrafting {

    private static final int MOST = 8;

    private final Projects projects;
    private final Plans plans;
    private final List<Outlooks> outlooks;
    private final MoneyFindings money;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    ExceptionDrafting(
            Projects projects,
            Plans plans,
            List<Outlooks> outlooks,
            MoneyFindings money,
            People people,
            MessageSource messages,
            Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.outlooks = outlooks;
        this.money = money;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** In the language of whoever goes on from it: the one who asks, or who leads the project where a process asks. */
    ExceptionDraft of(ExceptionReport report, Actor by) {
        var project = projects.get(report.project());
        var words = words(project, by);
        var today = project.today(clock);
        var ends = outlooks.stream()
                .flatMap(one -> one.of(project.key(), today).stream())
                .toList();
        return new ExceptionDraft(
                Map.of(
                        ExceptionSection.CAUSE, cause(report, project, today, words),
                        ExceptionSection.CONSEQUENCES, consequences(report, project, ends, today, words),
                        ExceptionSection.RECOMMENDATION, ""),
                accepting(report, ends, words));
    }

    private DraftWords words(Project project, Actor by) {
        var reader = people.find(by.name())
                .or(() -> Optional.ofNullable(project.manager()).flatMap(people::find));
        return new DraftWords(messages, reader.map(Person::language).orElse(Locale.ENGLISH));
    }

    private String cause(ExceptionReport report, Project project, LocalDate today, DraftWords words) {
        var lines = new ArrayList<String>();
        lines.add(report.figures().because() + ".");
        lines.addAll(slipped(project, report.stage(), words));
        lines.addAll(money.late(project, words));
        lines.addAll(money.deviation(project, today, words));
        return String.join("\n", lines);
    }

    /** The milestones that are late, each with the reason that was last given. */
    private List<String> slipped(Project project, @Nullable Long stage, DraftWords words) {
        var reasons = plans.changes(project.key()).stream()
                .filter(change -> change.which() != Milestone.Which.BASELINE)
                .collect(Collectors.toMap(
                        MilestoneChange::milestone, MilestoneChange::reason, (newest, older) -> newest));
        return plans.milestones(project.key()).stream()
                .filter(one -> stage == null || stage.equals(one.stage()))
                .filter(one -> one.slip() > 0)
                .sorted(Comparator.comparingLong(Milestone::slip).reversed())
                .limit(MOST)
                .map(one -> words.of(
                        "milestone",
                        one.name(),
                        words.day(one.date()),
                        words.day(one.baseline()),
                        one.slip(),
                        reasons.containsKey(one.id()) ? ": " + reasons.get(one.id()) : ""))
                .toList();
    }

    private String consequences(
            ExceptionReport report, Project project, List<Outlook> ends, LocalDate today, DraftWords words) {
        var lines = new ArrayList<String>();
        for (var dimension : Dimension.values()) {
            whole(ends, dimension).map(one -> ending(one, project, words)).forEach(lines::add);
        }
        plans.stages(project.key()).stream()
                .filter(stage -> report.stage() != null && stage.id() == report.stage())
                .map(stage -> words.of("stage", stage.name()))
                .forEach(lines::add);
        lines.addAll(money.earned(project, today));
        return String.join("\n", lines);
    }

    private static java.util.stream.Stream<Outlook> whole(List<Outlook> ends, Dimension dimension) {
        return ends.stream().filter(one -> one.stage() == null && one.dimension() == dimension);
    }

    private static String ending(Outlook one, Project project, DraftWords words) {
        var beyond = one.forecast().subtract(one.baseline());
        return words.of(
                "ending." + one.dimension(),
                plain(one.forecast()),
                (beyond.signum() > 0 ? "+" : "") + plain(beyond),
                one.because(),
                project.currency().getCurrencyCode());
    }

    private static ExceptionOption accepting(ExceptionReport report, List<Outlook> ends, DraftWords words) {
        var days = beyond(ends, report, Dimension.TIME);
        var cost = beyond(ends, report, Dimension.COST);
        return new ExceptionOption(
                0,
                "",
                words.of("accept"),
                days.intValue(),
                cost,
                beyond(ends, report, Dimension.SCOPE).signum() < 0 ? words.of("scope.less") : words.of("scope.none"),
                words.of("risk"),
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
