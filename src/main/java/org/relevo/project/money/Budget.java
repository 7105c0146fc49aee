package org.relevo.project.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the lines of a project's budget and their months, and orders from suppliers. */
@Component
public class Budget {

    private final JdbcClient jdbc;
    private final MoneyCase money;

    Budget(JdbcClient jdbc, MoneyCase money) {
        this.jdbc = jdbc;
        this.money = money;
    }

    /** Adds a line: code, name, kind (CAPEX or OPEX), stage. */
    @Transactional
    public void addLine(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var code = in.needed("code", 40);
        var name = in.needed("name", 150);
        var kind = in.one("kind", Line.Kind.class);
        var stage = id(in, "stage", "select id from project_stage where project = ? and id = ?", project.key());
        var there = jdbc.sql("select count(*) from money_line where project = ? and code = ?")
                .params(project.key(), code)
                .query(Long.class)
                .single();
        if (there > 0) {
            in.problem("code", "There is a line of that code already. Choose another.");
        }
        in.check();
        jdbc.sql("insert into money_line (project, stage, code, name, kind) values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(project.key(), stage, code, name, kind.name()))
                .update();
        money.changed(project, "MONEY_PLANNED", "Budget line added: " + code + ", " + name, by, null);
    }

    /**
     * Plans a month of a line: line (its code), month, quantity, amount, currency, rate, rate_on. The first plan of a month
     * is its budget; what follows changes the plan, and the budget only where {@code budget} says so, by the sponsor.
     */
    @Transactional
    public void plan(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var line = line(in, project.key());
        var month = in.month("month");
        var quantity = in.numberOrNull("quantity", 4);
        var sum = in.sum("amount", project.currency());
        var reason = in.needed("reason", 500);
        in.check();
        var promise = "true".equals(in.text("budget"));
        if (promise) {
            project.requireSponsor(by);
        }
        var count = quantity == null ? (sum.amount().signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE) : quantity;
        jdbc.sql("""
                        insert into money_cell (project, line, period, quantity, budget, plan_quantity, plan,
                            currency, original, rate, rate_on)
                        values (:project, :line, :month, :quantity, :amount, :quantity, :amount,
                            :currency, :original, :rate, :on)
                        on conflict (line, period) do update set plan_quantity = :quantity, plan = :amount,
                            quantity = case when :promise then :quantity else money_cell.quantity end,
                            budget = case when :promise then :amount else money_cell.budget end,
                            currency = :currency, original = :original, rate = :rate, rate_on = :on""")
                .param("project", project.key())
                .param("line", Objects.requireNonNull(line))
                .param("month", month)
                .param("quantity", count)
                .param("amount", sum.amount())
                .param("currency", sum.currency().getCurrencyCode())
                .param("original", sum.original())
                .param("rate", sum.rate())
                .param("on", sum.rateOn(), java.sql.Types.DATE)
                .param("promise", promise)
                .update();
        var text = "%s in %s: %s %s"
                .formatted(in.text("line"), month.toString().substring(0, 7), sum.amount(), project.currency());
        money.changed(project, promise ? "MONEY_PROMISED" : "MONEY_PLANNED", text, by, reason);
    }

    /** Keeps a purchase order: number, supplier, line, day, amount, currency, rate, rate_on, description. */
    @Transactional
    public void order(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var number = in.needed("number", 60);
        var supplier = in.needed("supplier", 150);
        var line = in.text("line").isEmpty() ? null : line(in, project.key());
        var day = in.day("day");
        var sum = in.sum("amount", project.currency());
        var description = in.optional("description", 500);
        in.check();
        var added = jdbc.sql("""
                        insert into money_order (project, line, number, supplier, description, ordered_on, amount,
                            currency, original, rate, rate_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(java.util.Arrays.asList(
                        project.key(),
                        line,
                        number,
                        supplier,
                        description,
                        day,
                        sum.amount(),
                        sum.currency().getCurrencyCode(),
                        sum.original(),
                        sum.rate(),
                        sum.rateOn()))
                .update();
        if (added == 0) {
            in.problem("number", "There is an order of that number already. Choose another.");
            in.check();
        }
        money.changed(
                project,
                "MONEY_ORDERED",
                "Ordered from %s: %s, %s %s".formatted(supplier, number, sum.amount(), project.currency()),
                by,
                null);
    }

    private @org.jspecify.annotations.Nullable Long line(Entered in, String project) {
        var found = jdbc.sql("select id from money_line where project = ? and code = ?")
                .params(project, in.text("line"))
                .query(Long.class)
                .optional();
        if (found.isEmpty()) {
            in.problem("line", "There is no budget line \"%s\". Give the code of one.".formatted(in.text("line")));
        }
        return found.orElse(null);
    }

    private @org.jspecify.annotations.Nullable Long id(Entered in, String field, String sql, String project) {
        if (in.text(field).isEmpty()) {
            return null;
        }
        var found = in.text(field).matches("[0-9]{1,18}")
                ? jdbc.sql(sql)
                        .params(project, Long.valueOf(in.text(field)))
                        .query(Long.class)
                        .optional()
                : java.util.Optional.<Long>empty();
        if (found.isEmpty()) {
            in.problem(field, "Choose one of the list.");
        }
        return found.orElse(null);
    }
}
