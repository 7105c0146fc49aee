package org.relevo.project.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Project;
import org.relevo.project.money.MoneyFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ranges that the past of a project and of its suppliers suggests. */
@Component
class PastPromises {

    /** The forecast of a milestone that was said last, or its baseline on the project's first day. */
    private static final String MILESTONES = """
            select coalesce((c.at at time zone p.zone)::date, p.starts_on, (p.created_at at time zone p.zone)::date) made,
                coalesce(c.became, m.baseline) promised, m.actual kept, m.forecast
            from project_milestone m join project p on p.key = m.project
            left join project_milestone_change c on c.milestone = m.id and c.which = 'FORECAST' and c.became is not null
            where m.project = :project order by m.forecast, m.id, c.id""";

    private final JdbcClient jdbc;
    private final MoneyFigures money;

    PastPromises(JdbcClient jdbc, MoneyFigures money) {
        this.jdbc = jdbc;
        this.money = money;
    }

    /**
     * @param low in the outlook's unit; null where nothing is known
     * @param source what it is drawn from
     */
    record Suggested(@Nullable BigDecimal low, @Nullable BigDecimal high, int observations, String source) {}

    /** Days from the project's first day: of the last milestone by this project's own, or of a delivery by its supplier's. */
    Suggested time(Project project, BigDecimal forecastDays, LocalDate start, LocalDate today) {
        var end = start.plusDays(forecastDays.longValue());
        var own = milestones(project.key(), today);
        var open = own.stream()
                .filter(one -> one.kept() == null)
                .max(Comparator.comparing(Promise::promised).thenComparing(Promise::made));
        var best = new Suggested(null, null, 0, "");
        if (open.isPresent()) {
            best = said(PastSlips.of(open.get(), own, today), start, 0, "milestones of this project");
        }
        record Waiting(String supplier, String item, LocalDate made, LocalDate promised) {}
        var waiting = jdbc.sql("""
                        select d.supplier, d.item, d.promised, (select max((p.at at time zone :zone)::date)
                            from money_promise p where p.delivery = d.id) made
                        from money_delivery d where d.project = :project and d.delivered is null
                            and d.milestone is not null order by d.promised desc limit 20""")
                .param("zone", project.zone().getId())
                .param("project", project.key())
                .query((row, i) -> new Waiting(
                        row.getString("supplier"),
                        row.getString("item"),
                        Optional.ofNullable(row.getObject("made", LocalDate.class))
                                .orElse(today),
                        row.getObject("promised", LocalDate.class)))
                .list();
        for (var one : waiting) {
            var range = PastSlips.of(
                    new Promise(one.made, one.promised, null), deliveries(one.supplier, project.zone(), today), today);
            // A delivery that comes later than promised pushes the end by as much.
            var suggested = said(
                    range,
                    start,
                    one.promised.until(end, ChronoUnit.DAYS),
                    "promises of %s, who delivers %s".formatted(one.supplier, one.item));
            best = later(best, suggested);
        }
        return best;
    }

    /** The one that knows something; of two, the one that reaches further. */
    private static Suggested later(Suggested one, Suggested other) {
        return other.high == null || one.high != null && one.high.compareTo(other.high) >= 0 ? one : other;
    }

    private static Suggested said(PastSlips.Range range, LocalDate start, long shift, String source) {
        var low = range.low();
        var high = range.high();
        return low == null || high == null
                ? new Suggested(null, null, range.observations(), source)
                : new Suggested(
                        BigDecimal.valueOf(start.until(low.plusDays(shift), ChronoUnit.DAYS)),
                        BigDecimal.valueOf(start.until(high.plusDays(shift), ChronoUnit.DAYS)),
                        range.observations(),
                        source);
    }

    /** What was spent, and what remains times the ratios of spent to budgeted of the months that are over. */
    Suggested cost(Project project, BigDecimal spent, BigDecimal remaining, LocalDate today) {
        var ratios = money.periods(project.key()).stream()
                .filter(one -> one.month().plusMonths(1).compareTo(today.withDayOfMonth(1)) <= 0)
                .filter(one -> one.budget().signum() > 0)
                .mapToDouble(one -> one.spent().doubleValue() / one.budget().doubleValue())
                .sorted()
                .toArray();
        var source = "months of this project that are over";
        return ratios.length == 0
                ? new Suggested(null, null, 0, source)
                : new Suggested(
                        spent.add(PastSlips.of(remaining, ratios, PastSlips.LOW)),
                        spent.add(PastSlips.of(remaining, ratios, PastSlips.HIGH)),
                        ratios.length,
                        source);
    }

    private List<Promise> milestones(String project, LocalDate today) {
        return jdbc.sql(MILESTONES).param("project", project).query(this::promise).list().stream()
                .filter(one -> !one.made().isAfter(today))
                .map(one -> one.on(today))
                .toList();
    }

    /** Of all projects: a supplier keeps its word as it does. */
    private List<Promise> deliveries(String supplier, ZoneId zone, LocalDate today) {
        return jdbc
                .sql("""
                        select (p.at at time zone :zone)::date made, p.promised, d.delivered kept
                        from money_promise p join money_delivery d on d.id = p.delivery
                        where d.supplier = :supplier order by p.id desc limit 1000""")
                .param("zone", zone.getId())
                .param("supplier", supplier)
                .query(this::promise)
                .list()
                .stream()
                .filter(one -> !one.made().isAfter(today))
                .map(one -> one.on(today))
                .toList();
    }

    private Promise promise(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var made = row.getObject("made", LocalDate.class);
        var promised = row.getObject("promised", LocalDate.class);
        return new Promise(made == null ? promised : made, promised, row.getObject("kept", LocalDate.class));
    }
}
