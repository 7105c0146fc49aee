package org.relevo.project.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a project's money sums to. The database sums; one statement reads all lines, one all periods. */
@Component
public class MoneyFigures {

    /** In the running month the plan holds for what was not spent of it; past months are over. */
    private static final String LINES = """
            with spent as (
                select line, sum(amount) amount, coalesce(sum(quantity), 0) quantity,
                    coalesce(sum(amount) filter (where quantity is null), 0) uncounted,
                    coalesce(sum(amount) filter (where day >= :month), 0) now_amount,
                    coalesce(sum(quantity) filter (where day >= :month), 0) now_quantity
                from money_actual where project = :project and day <= :today group by line),
            cells as (
                select line, sum(quantity) quantity, sum(budget) budget,
                    coalesce(sum(budget) filter (where period <= :month), 0) to_date,
                    coalesce(sum(plan) filter (where period > :month), 0) plan,
                    coalesce(sum(plan_quantity) filter (where period > :month), 0) plan_quantity,
                    coalesce(sum(plan) filter (where period = :month), 0) now_plan,
                    coalesce(sum(plan_quantity) filter (where period = :month), 0) now_plan_quantity
                from money_cell where project = :project group by line)
            select l.id, l.code, l.name, l.kind, l.stage,
                coalesce(c.quantity, 0) budgeted, coalesce(c.budget, 0) budget, coalesce(c.to_date, 0) to_date,
                coalesce(s.quantity, 0) used, coalesce(s.uncounted, 0) uncounted, coalesce(s.amount, 0) spent,
                coalesce(c.plan + greatest(c.now_plan - coalesce(s.now_amount, 0), 0), 0) remaining,
                coalesce(c.plan_quantity + greatest(c.now_plan_quantity - coalesce(s.now_quantity, 0), 0), 0) to_come
            from (select id, code, name, kind, stage from money_line where project = :project) l
            left join cells c on c.line = l.id
            full join spent s on s.line = l.id
            order by l.code nulls last""";

    private final JdbcClient jdbc;

    MoneyFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every line by its code, and last what was spent without one. */
    public List<Line> lines(String project, LocalDate today) {
        return jdbc.sql(LINES)
                .param("project", project)
                .param("today", today)
                .param("month", today.withDayOfMonth(1))
                .query(MoneyFigures::line)
                .list();
    }

    /** Every month in which something is promised, planned or spent, the earliest first. */
    public List<Period> periods(String project) {
        return jdbc.sql("""
                        select month, sum(budget) budget, sum(plan) plan, sum(spent) spent from (
                            select period as month, sum(budget) budget, sum(plan) plan, 0 spent
                            from money_cell where project = :project group by 1
                            union all
                            select date_trunc('month', day)::date, 0, 0, sum(amount)
                            from money_actual where project = :project group by 1) all_months
                        group by month order by month""")
                .param("project", project)
                .query((row, i) -> new Period(
                        row.getObject("month", LocalDate.class),
                        row.getBigDecimal("budget"),
                        row.getBigDecimal("plan"),
                        row.getBigDecimal("spent")))
                .list();
    }

    /** The months of some lines, by line. */
    public Map<Long, List<Period>> periods(List<Long> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        record OfLine(long line, Period period) {}
        return jdbc
                .sql("""
                        select line, month, sum(budget) budget, sum(plan) plan, sum(spent) spent from (
                            select line, period as month, budget, plan, 0 spent from money_cell where line in (:lines)
                            union all
                            select line, date_trunc('month', day)::date, 0, 0, amount
                            from money_actual where line in (:lines)) all_months
                        group by line, month order by line, month""")
                .param("lines", lines)
                .query((row, i) -> new OfLine(
                        row.getLong("line"),
                        new Period(
                                row.getObject("month", LocalDate.class),
                                row.getBigDecimal("budget"),
                                row.getBigDecimal("plan"),
                                row.getBigDecimal("spent"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(OfLine::line, Collectors.mapping(OfLine::period, Collectors.toList())));
    }

    /** What was spent by the end of each day on which something was. */
    public TreeMap<LocalDate, BigDecimal> spent(String project, LocalDate until) {
        var sums = new TreeMap<LocalDate, BigDecimal>();
        jdbc.sql("""
                        select day, sum(sum(amount)) over (order by day) amount from money_actual
                        where project = ? and day <= ? group by day order by day""")
                .params(project, until)
                .query((row, i) -> sums.put(row.getObject("day", LocalDate.class), row.getBigDecimal("amount")))
                .list();
        return sums;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var without = row.wasNull();
        var stage = row.getLong("stage");
        var noStage = row.wasNull();
        var kind = row.getString("kind");
        return new Line(
                without ? null : id,
                without ? "" : Objects.requireNonNull(row.getString("code")),
                without ? "" : Objects.requireNonNull(row.getString("name")),
                kind == null ? null : Line.Kind.valueOf(kind),
                noStage ? null : stage,
                amount(row, "budget"),
                amount(row, "to_date"),
                amount(row, "spent"),
                amount(row, "remaining"),
                Explained.of(position(row)));
    }

    /** What was spent without being counted counts as so much as the budgeted rate buys. */
    private static Position position(ResultSet row) throws SQLException {
        var budget = amount(row, "budget");
        var budgeted = amount(row, "budgeted");
        var uncounted = amount(row, "uncounted");
        var counted = budget.signum() == 0 || budgeted.signum() == 0 || uncounted.signum() == 0
                ? BigDecimal.ZERO
                : uncounted.multiply(budgeted).divide(budget, MathContext.DECIMAL128);
        return new Position(
                budgeted,
                budget,
                amount(row, "to_date"),
                amount(row, "used").add(counted),
                amount(row, "spent"),
                amount(row, "to_come"));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column));
    }

    /** The sum of some lines. */
    public static Line total(List<Line> lines) {
        var zero = new BigDecimal("0.00");
        return lines.stream()
                .reduce(
                        new Line(null, "", "", null, null, zero, zero, zero, zero, Explained.NOTHING),
                        (one, other) -> new Line(
                                null,
                                "",
                                "",
                                null,
                                null,
                                one.budget().add(other.budget()),
                                one.budgetToDate().add(other.budgetToDate()),
                                one.spent().add(other.spent()),
                                one.remaining().add(other.remaining()),
                                one.explained().plus(other.explained())));
    }
}
