package org.relevo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the server takes for the money page of a project with 5,000 lines and 36 periods. */
@Tag("bench")
@IntegrationTest
class MoneyBenchIT {

    private static final int LINES = 5_000;
    private static final int PERIODS = 36;
    private static final int TIMES = 40;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    private final Figures figures = new Figures();

    @Test
    void printsTheFigures() {
        fill();
        var reader = visitors.signedIn("marta.ruiz");
        var unchanged = times(reader, () -> {});
        var paid = times(reader, this::pay);
        note("as it was", unchanged);
        note("a payment before each", paid);
        System.out.println(figures);
        jdbc.sql("delete from project where key = 'bench-money'").update();
    }

    private static long[] times(Visitor reader, Runnable before) {
        var times = new long[TIMES];
        for (int i = -5; i < TIMES; i++) {
            before.run();
            var begin = System.nanoTime();
            assertThat(reader.get("/projects/bench-money/money").status()).isEqualTo(200);
            if (i >= 0) {
                times[i] = (System.nanoTime() - begin) / 1_000_000;
            }
        }
        java.util.Arrays.sort(times);
        return times;
    }

    private void note(String when, long[] times) {
        var median = times[TIMES / 2];
        figures.add(
                "money page, 5,000 lines and 36 periods, " + when + ", median",
                median,
                "ms",
                "<= 300 ms",
                median <= 300);
        figures.note(
                "money page, 5,000 lines and 36 periods, " + when + ", 95 of 100", times[TIMES * 95 / 100] + " ms");
    }

    private void pay() {
        jdbc.sql("""
                        insert into money_actual (project, line, reference, day, amount, currency, original, at, by_whom)
                        select project, id, random()::text, current_date, 17, 'EUR', 17, now(), 'bench'
                        from money_line where project = 'bench-money' order by random() limit 1""").update();
    }

    private void fill() {
        jdbc.sql(
                        "insert into project (key, name, description, demo, starts_on) values ('bench-money', 'Bench', '', false, current_date - 500)")
                .update();
        jdbc.sql("""
                        insert into money_line (project, code, name, kind)
                        select 'bench-money', 'L' || lpad(n::text, 5, '0'), 'Line ' || n,
                            case when n % 3 = 0 then 'CAPEX' else 'OPEX' end from generate_series(1, :lines) n""").param("lines", LINES).update();
        jdbc.sql("""
                        insert into money_cell (project, line, period, quantity, budget, plan_quantity, plan, currency)
                        select l.project, l.id, (date_trunc('month', current_date) + make_interval(months => m))::date,
                            10, 1000 + l.id % 97, 10, 1000 + l.id % 97, 'EUR'
                        from money_line l, generate_series(-18, :periods - 19) m where l.project = 'bench-money'""").param("periods", PERIODS).update();
        jdbc.sql("""
                        insert into money_actual (project, line, reference, day, quantity, amount, currency, original, at, by_whom)
                        select l.project, l.id, l.code || m, (date_trunc('month', current_date) + make_interval(months => m))::date,
                            11, 1100, 'EUR', 1100, now(), 'bench'
                        from money_line l, generate_series(-18, -1) m where l.project = 'bench-money'""").update();
        jdbc.sql("analyze money_cell").update();
        jdbc.sql("analyze money_actual").update();
    }
}
