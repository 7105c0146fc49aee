package org.relevo.project.money.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.project.Milestone;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Stage;
import org.relevo.project.money.Deliveries;
import org.relevo.project.money.KeptSums;
import org.relevo.project.money.Line;
import org.relevo.project.money.MoneyFigures;
import org.relevo.project.money.Period;
import org.relevo.project.web.ProjectView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the money page of a project shows: sums of everything, and the months of one page of lines. */
@Component
public class MoneyView {

    static final ProjectView.Failed FINE = new ProjectView.Failed("", Map.of(), Map.of());
    private static final int LINES = 50;

    private final MoneyFigures figures;
    private final KeptSums kept;
    private final Deliveries deliveries;
    private final Plans plans;
    private final ProjectView persons;
    private final JdbcClient jdbc;
    private final Clock clock;

    MoneyView(
            MoneyFigures figures,
            KeptSums kept,
            Deliveries deliveries,
            Plans plans,
            ProjectView persons,
            JdbcClient jdbc,
            Clock clock) {
        this.figures = figures;
        this.kept = kept;
        this.deliveries = deliveries;
        this.plans = plans;
        this.persons = persons;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param paid what was spent citing it */
    public record Order(
            String number,
            String supplier,
            String description,
            LocalDate day,
            BigDecimal amount,
            String currency,
            BigDecimal original,
            BigDecimal rate,
            @Nullable LocalDate rateOn,
            BigDecimal paid) {

        public BigDecimal open() {
            return amount.subtract(paid);
        }
    }

    public record Refused(int line, String text, String problem) {}

    public record LastFile(long id, String file, int booked, int unchanged, List<Refused> refused) {}

    /** The months of one line in the order of the table's columns; null where there is nothing. */
    public record Row(Line line, List<@Nullable Period> months) {}

    String page(Actor by, Project project, int page, ProjectView.Failed failed, Model model) {
        var today = project.today(clock);
        kept.keep(project.key(), today);
        var lines = figures.lines(project.key(), today);
        var periods = figures.periods(project.key());
        var pages = Math.max(1, (lines.size() + LINES - 1) / LINES);
        var at = Math.min(Math.max(page, 1), pages);
        var shown = lines.subList((at - 1) * LINES, Math.min(at * LINES, lines.size()));
        model.addAttribute("rows", rows(shown, periods));
        model.addAttribute("periods", periods);
        model.addAttribute("total", MoneyFigures.total(lines));
        model.addAttribute("capex", of(lines, Line.Kind.CAPEX));
        model.addAttribute("opex", of(lines, Line.Kind.OPEX));
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("orders", orders(project.key()));
        model.addAttribute("deliveries", deliveries.of(project.key()));
        model.addAttribute("lastFile", lastFile(project.key()));
        var milestones = plans.milestones(project.key());
        var stages = plans.stages(project.key());
        model.addAttribute("milestones", milestones);
        model.addAttribute(
                "milestoneNames", milestones.stream().collect(Collectors.toMap(Milestone::id, Milestone::name)));
        model.addAttribute("stages", stages);
        model.addAttribute("stageNames", stages.stream().collect(Collectors.toMap(Stage::id, Stage::name)));
        frame(by, project, failed, model);
        model.addAttribute("thisMonth", today.withDayOfMonth(1));
        return "project/money";
    }

    /** What the pages of a project's figures have in common. */
    public void frame(Actor by, Project project, ProjectView.Failed failed, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("failed", failed);
        model.addAttribute("leads", project.active() && project.ledBy(by));
        model.addAttribute("persons", persons);
        model.addAttribute("money", this);
        model.addAttribute("today", project.today(clock));
    }

    /** An amount as the reader writes it. */
    public String said(BigDecimal amount) {
        var format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    /** As {@link #said}, without the cents, for narrow columns. */
    public String whole(BigDecimal amount) {
        var format = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
        return format.format(amount.setScale(0, java.math.RoundingMode.HALF_EVEN));
    }

    private static List<Row> rows(List<Line> lines, List<Period> periods, Map<Long, List<Period>> months) {
        return lines.stream()
                .map(line -> {
                    var own = months.getOrDefault(Objects.requireNonNullElse(line.id(), -1L), List.of()).stream()
                            .collect(Collectors.toMap(Period::month, one -> one));
                    return new Row(
                            line,
                            periods.stream().map(one -> own.get(one.month())).toList());
                })
                .toList();
    }

    private List<Row> rows(List<Line> lines, List<Period> periods) {
        var ids = lines.stream().map(Line::id).filter(Objects::nonNull).toList();
        return rows(lines, periods, figures.periods(ids));
    }

    private static Line of(List<Line> lines, Line.Kind kind) {
        return MoneyFigures.total(
                lines.stream().filter(one -> one.kind() == kind).toList());
    }

    List<Order> orders(String project) {
        return jdbc.sql("""
                        select o.*, coalesce((select sum(a.amount) from money_actual a
                            where a.project = o.project and a.order_number = o.number), 0) paid
                        from money_order o where o.project = ? order by o.ordered_on desc, o.id desc limit 200""")
                .param(project)
                .query((row, i) -> new Order(
                        row.getString("number"),
                        row.getString("supplier"),
                        row.getString("description"),
                        row.getObject("ordered_on", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getBigDecimal("original"),
                        row.getBigDecimal("rate").stripTrailingZeros(),
                        row.getObject("rate_on", LocalDate.class),
                        row.getBigDecimal("paid")))
                .list();
    }

    private @Nullable LastFile lastFile(String project) {
        // Its rows are read after it, so that one page never holds two connections.
        var files = jdbc.sql("select * from money_import where project = ? order by id desc limit 1")
                .param(project)
                .query((row, i) -> new LastFile(
                        row.getLong("id"),
                        row.getString("file"),
                        row.getInt("booked"),
                        row.getInt("unchanged"),
                        List.of()))
                .list();
        if (files.isEmpty()) {
            return null;
        }
        var last = files.get(0);
        return new LastFile(last.id(), last.file(), last.booked(), last.unchanged(), refused(last.id()));
    }

    private List<Refused> refused(long file) {
        return jdbc.sql("select line, text, problem from money_import_refused where import = ? order by line limit 200")
                .param(file)
                .query(Refused.class)
                .list();
    }
}
