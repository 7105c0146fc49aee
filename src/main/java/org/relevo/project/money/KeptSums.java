package org.relevo.project.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.relevo.project.EachDay;
import org.relevo.project.Project;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sums of budget lines, kept until the line changes, the month ends, or a day comes on which something was booked.
 * Whoever reads them counts those anew that no longer hold; keeping them is a matter of speed and never of what is shown.
 */
@Component
public class KeptSums implements EachDay {

    /** In the running month the plan holds for what was not spent of it; past months are over. */
    static final String COUNTED = """
            select l.line, coalesce(c.quantity, 0) budgeted, coalesce(c.budget, 0.00) budget,
                coalesce(c.to_date, 0.00) to_date, coalesce(s.quantity, 0) used, coalesce(s.uncounted, 0.00) uncounted,
                coalesce(s.amount, 0.00) spent,
                coalesce(c.plan + greatest(c.now_plan - coalesce(s.now_amount, 0.00), 0.00), 0.00) remaining,
                coalesce(c.plan_quantity + greatest(c.now_plan_quantity - coalesce(s.now_quantity, 0), 0), 0) to_come
            from unnest(:lines) l (line)
            left join (select line, sum(quantity) quantity, sum(budget) budget,
                    coalesce(sum(budget) filter (where period <= :month), 0.00) to_date,
                    coalesce(sum(plan) filter (where period > :month), 0.00) plan,
                    coalesce(sum(plan_quantity) filter (where period > :month), 0) plan_quantity,
                    coalesce(sum(plan) filter (where period = :month), 0.00) now_plan,
                    coalesce(sum(plan_quantity) filter (where period = :month), 0) now_plan_quantity
                from money_cell where line = any(:lines) group by line) c on c.line = l.line
            left join (select line, sum(amount) amount, coalesce(sum(quantity), 0) quantity,
                    coalesce(sum(amount) filter (where quantity is null), 0.00) uncounted,
                    coalesce(sum(amount) filter (where day >= :month), 0.00) now_amount,
                    coalesce(sum(quantity) filter (where day >= :month), 0) now_quantity
                from money_actual where line = any(:lines) and day <= :today group by line) s on s.line = l.line""";

    private static final String NO_LONGER = """
            select line from money_sum where project = :project
            and (changed = counted and month = :month and :today between since and until) is not true""";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptSums(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lines that have to be counted anew to know their sums on that day. */
    Long[] toCount(String project, LocalDate day) {
        return lines(NO_LONGER, project, day);
    }

    /**
     * Counts what no longer holds and keeps it. What somebody is just changing is left out, so that nobody waits. To be
     * called outside of any other change: who holds a case must not wait for sums.
     */
    @Transactional
    public void keep(String project, LocalDate today) {
        // A line is locked before it is counted: who changes it meanwhile marks it as changed after that.
        var lines = lines(NO_LONGER + " order by line for update skip locked", project, today);
        if (lines.length == 0) {
            return;
        }
        jdbc.sql("""
                        update money_sum kept set counted = kept.changed, month = :month,
                            since = coalesce((select max(day) from money_actual
                                where line = kept.line and day <= :today), '-infinity'),
                            until = coalesce((select min(day) - 1 from money_actual
                                where line = kept.line and day > :today), 'infinity'),
                            budgeted = sums.budgeted, budget = sums.budget, to_date = sums.to_date, used = sums.used,
                            uncounted = sums.uncounted, spent = sums.spent, remaining = sums.remaining,
                            to_come = sums.to_come
                        from (%s) sums where kept.line = sums.line""".formatted(COUNTED))
                .param("lines", lines)
                .param("today", today)
                .param("month", today.withDayOfMonth(1))
                .update();
    }

    @Override
    @Transactional
    public void look(Project project) {
        keep(project.key(), project.today(clock));
    }

    private Long[] lines(String sql, String project, LocalDate day) {
        List<Long> lines = jdbc.sql(sql)
                .param("project", project)
                .param("today", day)
                .param("month", day.withDayOfMonth(1))
                .query(Long.class)
                .list();
        return lines.toArray(Long[]::new);
    }
}
