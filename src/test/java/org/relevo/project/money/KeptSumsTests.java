package org.relevo.project.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Kept sums are never anything but what the cells and payments sum to. */
@IntegrationTest
class KeptSumsTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 10);
    private static final long SEED = Long.getLong("relevo.seed", 20261123L);

    @Autowired
    KeptSums kept;

    @Autowired
    MoneyFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String project = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final Random random = new Random(SEED);
    private List<Long> lines = List.of();

    @BeforeEach
    void begin() {
        jdbc.sql("insert into project (key, name, description, demo, starts_on) values (?, 'Kiln', '', false, ?)")
                .params(project, START)
                .update();
        lines = IntStream.range(0, 4)
                .mapToObj(i -> jdbc.sql(
                                "insert into money_line (project, code, name, kind) values (?, ?, 'Servers', 'OPEX') returning id")
                        .params(project, "L" + i)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from project where key = ?").param(project).update();
        assertThat(jdbc.sql("select count(*) from money_month where project = ?")
                        .param(project)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theyAreTrueAfterEveryChangeAndOnEveryDay() {
        for (var step = 0; step < 150; step++) {
            change();
            var day = START.plusDays(random.nextInt(90) - 20);
            if (random.nextBoolean()) {
                kept.keep(project, day);
                assertThat(kept.toCount(project, day)).isEmpty();
            }
            var anew = START.plusDays(random.nextInt(90) - 20);
            assertThat(figures.lines(project, day))
                    .as("seed %d, step %d", SEED, step)
                    .isEqualTo(fresh(day));
            assertThat(figures.lines(project, anew))
                    .as("seed %d, step %d", SEED, step)
                    .isEqualTo(fresh(anew));
            assertThat(figures.periods(project))
                    .as("seed %d, step %d", SEED, step)
                    .isEqualTo(freshMonths());
        }
    }

    @Test
    void whatSomebodyIsJustChangingIsNotWaitedForAndIsCountedAfterwards() {
        pay(lines.get(0), START, "900");
        transaction.executeWithoutResult(open -> {
            pay(lines.get(0), START, "50");
            var other = new Thread(() -> kept.keep(project, START));
            other.start();
            join(other);
        });
        assertThat(figures.lines(project, START).get(0).spent()).isEqualByComparingTo("950");
        kept.keep(project, START);
        assertThat(figures.lines(project, START).get(0).spent()).isEqualByComparingTo("950");
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
            assertThat(thread.isAlive()).as("waits for the change").isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change() {
        var line = lines.get(random.nextInt(lines.size()));
        var amount = String.valueOf(random.nextInt(2_000) - 200);
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> pay(line, START.minusDays(random.nextInt(20)).plusDays(random.nextInt(40)), amount);
            case 3 ->
                jdbc.sql("update money_actual set amount = amount + 1, day = day + 20, line = nullif(?, line)"
                                + " where id in (select id from money_actual where project = ? limit 2)")
                        .params(line, project)
                        .update();
            case 4 ->
                jdbc.sql("delete from money_actual where id in (select id from money_actual where project = ? limit 1)")
                        .param(project)
                        .update();
            case 5 ->
                jdbc.sql("delete from money_cell where project = ? and period = ?")
                        .params(project, START.withDayOfMonth(1).plusMonths(random.nextInt(4)))
                        .update();
            default ->
                jdbc.sql("""
                            insert into money_cell (project, line, period, quantity, budget, plan_quantity, plan, currency)
                            values (?, ?, ?, 3, ?::numeric, 2, 150, 'EUR')
                            on conflict (line, period) do update set plan = money_cell.plan + 7, budget = excluded.budget""")
                        .params(project, line, START.withDayOfMonth(1).plusMonths(random.nextInt(5) - 1), amount)
                        .update();
        }
    }

    private void pay(long line, LocalDate day, String amount) {
        jdbc.sql("""
                        insert into money_actual (project, line, reference, day, quantity, amount, currency, original, at, by_whom)
                        values (?, ?, ?, ?, ?, ?::numeric, 'EUR', 0, now(), 'test')""")
                .params(project, line, UUID.randomUUID().toString(), day, random.nextBoolean() ? 3 : null, amount)
                .update();
    }

    /** All lines as they are when nothing was kept. */
    private List<Line> fresh(LocalDate day) {
        return transaction.execute(open -> {
            open.setRollbackOnly();
            jdbc.sql("update money_sum set counted = -1 where project = ?")
                    .param(project)
                    .update();
            return figures.lines(project, day);
        });
    }

    private List<Period> freshMonths() {
        return jdbc.sql("""
                        select month, sum(budget) budget, sum(plan) plan, sum(spent) spent from (
                            select period as month, budget, plan, 0.00 spent from money_cell where project = :project
                            union all
                            select date_trunc('month', day)::date, 0.00, 0.00, amount
                            from money_actual where project = :project) all_months
                        group by month order by month""")
                .param("project", project)
                .query((row, i) -> new Period(
                        row.getObject("month", LocalDate.class),
                        row.getBigDecimal("budget"),
                        row.getBigDecimal("plan"),
                        row.getBigDecimal("spent")))
                .list();
    }
}
