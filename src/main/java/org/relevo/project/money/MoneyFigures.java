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

/** What a project's money sums to. The database sums. */
@Component
public class MoneyFigures {

    /** Kept sums where they hold; the others are counted, and so is what was spent without a line. */
    private static final String LINES = """
            with counted as (%s)
            select l.id, l.code, l.name, l.kind, l.stage,
                coalesce(c.budgeted, k.budgeted, 0) budgeted, coalesce(c.budget, k.budget, 0.00) budget,
                coalesce(c.to_date, k.to_date, 0.00) to_date, coalesce(c.used, k.used, 0) used,
                coalesce(c.uncounted, k.uncounted, 0.00) uncounted, coalesce(c.spent, k.spent, 0.00) spent,
                coalesce(c.remaining, k.remaining, 0.00) remaining, coalesce(c.to_come, k.to_come, 0) to_come
            from money_line l
            left join counted c on c.line = l.id
            left join money_sum k on k.line = l.id
            where l.project = :project
            union all
            select null, null, null, null, null, 0, 0.00, 0.00, coalesce(sum(quantity), 0),
                coalesce(sum(amount) filter (where quantity is null), 0.00), sum(amount), 0.00, 0
            from money_actual where project = :project and line is null and day <= :today having count(*) > 0
            order by code nulls last""".formatted(KeptSums.COUNTED);

    private final JdbcClient jdbc;
    private final KeptSums kept;

    MoneyFigures(JdbcClient jdbc, KeptSums kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /** Every line by its code, and last what was spent without one. */
    public List<Line> lines(String project, LocalDate today) {
        return jdbc.sql(LINES)
                .param("project", project)
                .param("lines", kept.toCount(project, today))
                .param("today", today)
                .param("month", today.withDayOfMonth(1))
                .query(MoneyFigures::line)
                .list();
    }

    /** Every month in which something is promised, planned or spent, the earliest first. */
    public List<Period> periods(String project) {
        return jdbc.sql("""
                        select month, budget, plan, spent from money_month
                        where project = :project and entries > 0 order by month""")
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
