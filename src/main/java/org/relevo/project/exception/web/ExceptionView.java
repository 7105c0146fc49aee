package org.relevo.project.exception.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.platform.web.Paged;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.Stage;
import org.relevo.project.exception.ExceptionContent;
import org.relevo.project.exception.ExceptionReport;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.project.exception.ExceptionSection;
import org.relevo.project.exception.ExceptionStatus;
import org.relevo.project.exception.ExceptionWriting;
import org.relevo.project.web.ProjectView;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of exception reports show. */
@Component
class ExceptionView {

    private final ExceptionReports reports;
    private final ExceptionWriting writing;
    private final Projects projects;
    private final Plans plans;
    private final ProjectView persons;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final Inbox inbox;
    private final ObjectProvider<Diagrams> diagrams;
    private final Clock clock;

    ExceptionView(
            ExceptionReports reports,
            ExceptionWriting writing,
            Projects projects,
            Plans plans,
            ProjectView persons,
            WorkItems workItems,
            Commitments commitments,
            Inbox inbox,
            ObjectProvider<Diagrams> diagrams,
            Clock clock) {
        this.reports = reports;
        this.writing = writing;
        this.projects = projects;
        this.plans = plans;
        this.persons = persons;
        this.workItems = workItems;
        this.commitments = commitments;
        this.inbox = inbox;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    /** A section with what it said before. */
    public record Part(
            ExceptionSection section, ExceptionContent.@Nullable Text text, List<ExceptionContent.Text> earlier) {

        public int version() {
            return text == null ? 0 : text.version();
        }

        public String words() {
            return text == null ? "" : text.text();
        }
    }

    /** A task of the process. */
    public record Job(InboxItem task, boolean reachable) {

        public boolean open() {
            return task.endedAt() == null;
        }
    }

    /** A report in a list. */
    public record Row(
            ExceptionReport report, String title, @Nullable Commitment clock) {}

    /** Says amounts of a dimension as the reader writes them. */
    public record Amounts(Project project, ExceptionReport report) {

        public String said(BigDecimal amount) {
            return number(amount) + unit();
        }

        public String number(BigDecimal amount) {
            var format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
            format.setMaximumFractionDigits(2);
            return format.format(amount);
        }

        public String money(BigDecimal amount) {
            return (amount.signum() > 0 ? "+" : "")
                    + number(amount)
                    + " "
                    + project.currency().getCurrencyCode();
        }

        private String unit() {
            return report.dimension() == org.relevo.project.Dimension.COST
                    ? " " + project.currency().getCurrencyCode()
                    : "";
        }
    }

    void list(Project project, @Nullable String state, String page, Model model) {
        var status = Arrays.stream(ExceptionStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        var sheet = Paged.asked(page, reports.count(project.key(), status));
        var found = reports.find(project.key(), status, sheet.page(), Paged.SIZE);
        var clocks = commitments.of(found.stream().map(ExceptionReport::number).toList());
        model.addAttribute("project", project);
        model.addAttribute("persons", persons);
        model.addAttribute("statuses", ExceptionStatus.values());
        model.addAttribute("status", status);
        model.addAttribute("page", sheet);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(one -> new Row(
                                one,
                                workItems.find(one.number()).orElseThrow().title(),
                                nearest(clocks.getOrDefault(one.number(), List.of()))))
                        .toList());
    }

    void report(Actor who, WorkItemNumber number, Model model) {
        var report = reports.get(number);
        var project = projects.get(report.project());
        var content = reports.content(number);
        var leads = project.active() && project.ledBy(who);
        var decides = project.active() && reports.decidedBy(number, who);
        model.addAttribute("report", report);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("project", project);
        model.addAttribute("stage", stage(report));
        model.addAttribute("told", content);
        model.addAttribute("parts", parts(number, content));
        model.addAttribute("amounts", new Amounts(project, report));
        model.addAttribute("persons", persons);
        model.addAttribute("commitments", commitments.of(number));
        model.addAttribute("decider", reports.decider(number));
        model.addAttribute("writes", leads && report.status() == ExceptionStatus.WRITING);
        model.addAttribute("decides", decides && report.status() == ExceptionStatus.SUBMITTED);
        model.addAttribute("needed", reports.neededTolerance(report).orElse(null));
        model.addAttribute("sponsors", leads && (project.sponsor() == null || project.sponsoredBy(who)));
        model.addAttribute("tasks", jobs(who, number));
        model.addAttribute(
                "history",
                persons.history(number, LocaleContextHolder.getTimeZone().toZoneId()));
        model.addAttribute(
                "diagram", diagrams.stream().anyMatch(known -> known.of(number).isPresent()));
    }

    private @Nullable String stage(ExceptionReport report) {
        return plans.stages(report.project()).stream()
                .filter(one -> Objects.equals(one.id(), report.stage()))
                .map(Stage::name)
                .findFirst()
                .orElse(null);
    }

    private List<Part> parts(WorkItemNumber number, ExceptionContent content) {
        var all = writing.texts(number);
        return Arrays.stream(ExceptionSection.values())
                .map(section -> new Part(
                        section,
                        content.texts().get(section),
                        all.stream()
                                .filter(one -> one.section() == section)
                                .skip(1)
                                .filter(one -> !one.text().isBlank())
                                .toList()))
                .toList();
    }

    private List<Job> jobs(Actor who, WorkItemNumber number) {
        return inbox.of(number).stream()
                .map(task -> new Job(task, inbox.find(task.id(), who).isPresent()))
                .toList();
    }

    private @Nullable Commitment nearest(List<Commitment> clocks) {
        return clocks.stream()
                .filter(Commitment::running)
                .min(Comparator.comparing(c -> c.dueAt(clock.instant()).orElse(java.time.Instant.MAX)))
                .orElse(null);
    }
}
