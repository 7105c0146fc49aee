package org.relevo.project.money;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Milestones;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hardware that was promised for a day; a slip moves its cash and the milestone that needs it. */
@Component
public class Deliveries {

    private final JdbcClient jdbc;
    private final MoneyCase money;
    private final Milestones milestones;
    private final Plans plans;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, MoneyCase money, Milestones milestones, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.money = money;
        this.milestones = milestones;
        this.plans = plans;
        this.clock = clock;
    }

    /** A day that a supplier promised, and why. */
    public record Promise(LocalDate promised, String reason, String by) {}

    /** @param promises every one, the first first */
    public record Delivery(
            long id,
            @Nullable Long line,
            @Nullable Long milestone,
            String supplier,
            String item,
            BigDecimal amount,
            LocalDate promised,
            @Nullable LocalDate delivered,
            List<Promise> promises) {

        /** Days by which the newest promise is after the first. */
        public long slip() {
            return promises.isEmpty()
                    ? 0
                    : promises.get(0).promised.until(promised, java.time.temporal.ChronoUnit.DAYS);
        }
    }

    public List<Delivery> of(String project) {
        record OfDelivery(long delivery, Promise promise) {}
        var promises = jdbc
                .sql("""
                        select p.* from money_promise p join money_delivery d on d.id = p.delivery
                        where d.project = ? order by p.id""")
                .param(project)
                .query((row, i) -> new OfDelivery(
                        row.getLong("delivery"),
                        new Promise(
                                row.getObject("promised", LocalDate.class),
                                row.getString("reason"),
                                row.getString("by_whom"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfDelivery::delivery, Collectors.mapping(OfDelivery::promise, Collectors.toList())));
        return jdbc.sql(
                        "select * from money_delivery where project = ? order by delivered nulls first, promised, id limit 500")
                .param(project)
                .query((row, i) -> new Delivery(
                        row.getLong("id"),
                        (Long) row.getObject("line"),
                        (Long) row.getObject("milestone"),
                        row.getString("supplier"),
                        row.getString("item"),
                        row.getBigDecimal("amount"),
                        row.getObject("promised", LocalDate.class),
                        row.getObject("delivered", LocalDate.class),
                        promises.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Keeps a delivery: supplier, item, amount, promised, line (a code), milestone, reason. */
    @Transactional
    public long add(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var supplier = in.needed("supplier", 150);
        var item = in.needed("item", 150);
        var amount = in.positive("amount", 2);
        var promised = in.day("promised");
        var line = line(in, project);
        var milestone = milestone(in, project);
        in.check();
        var id = jdbc.sql("""
                        insert into money_delivery (project, line, milestone, supplier, item, amount, promised)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(project.key(), line, milestone, supplier, item, amount, promised))
                .query(Long.class)
                .single();
        var said = in.text("reason").isEmpty() ? "As ordered." : in.text("reason");
        promised(project, id, promised, said, by);
        money.changed(
                project,
                "DELIVERY_PLANNED",
                "%s of %s is promised for %s".formatted(item, supplier, promised),
                by,
                null);
        if (milestone != null) {
            push(project, milestone, item, supplier, promised, said, by);
        }
        return id;
    }

    /** Keeps a new promise: the cash moves to its month, and the milestone to its day where that is later. */
    @Transactional
    public void promise(String key, long id, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var before = get(project, id);
        var in = new Entered(typed);
        var day = in.day("promised");
        var reason = in.needed("reason", 400);
        if (before.delivered() != null) {
            in.problem(
                    "promised", "It was delivered on %s; there is nothing to promise.".formatted(before.delivered()));
        } else if (day.equals(before.promised())) {
            in.problem("promised", "That is the promised day already. Give another.");
        }
        in.check();
        jdbc.sql("update money_delivery set promised = ? where id = ?")
                .params(day, id)
                .update();
        promised(project, id, day, reason, by);
        move(project, before, day);
        money.changed(
                project,
                "DELIVERY_MOVED",
                "%s of %s: %s → %s".formatted(before.item(), before.supplier(), before.promised(), day),
                by,
                reason);
        if (before.milestone() != null) {
            push(project, before.milestone(), before.item(), before.supplier(), day, reason, by);
        }
    }

    /** Says that it came. */
    @Transactional
    public void delivered(String key, long id, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var before = get(project, id);
        var in = new Entered(typed);
        var day = in.day("delivered");
        if (day.isAfter(project.today(clock))) {
            in.problem("delivered", "It cannot have come after today. Move its promise instead.");
        }
        in.check();
        jdbc.sql("update money_delivery set delivered = ? where id = ?")
                .params(day, id)
                .update();
        money.changed(
                project, "DELIVERED", "%s of %s came on %s".formatted(before.item(), before.supplier(), day), by, null);
    }

    private Delivery get(Project project, long id) {
        return of(project.key()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no delivery %d. Its money page lists those it has.".formatted(project.key(), id)));
    }

    private void promised(Project project, long id, LocalDate day, String reason, Actor by) {
        jdbc.sql("insert into money_promise (delivery, promised, reason, by_whom, at) values (?, ?, ?, ?, ?)")
                .params(id, day, reason, by.name(), Timestamp.from(clock.instant()))
                .update();
    }

    /** Moves as much as its line plans in the old month, and the quantity in proportion. */
    private void move(Project project, Delivery before, LocalDate day) {
        var from = before.promised().withDayOfMonth(1);
        var to = day.withDayOfMonth(1);
        if (before.line() == null || from.equals(to)) {
            return;
        }
        jdbc.sql("""
                        with old as (
                            select project, line, plan, plan_quantity, least(plan, :amount) moved from money_cell
                            where line = :line and period = :from and plan > 0),
                        taken as (
                            update money_cell c set plan = c.plan - o.moved,
                                plan_quantity = c.plan_quantity - round(o.plan_quantity * o.moved / o.plan, 4)
                            from old o where c.line = o.line and c.period = :from)
                        insert into money_cell (project, line, period, plan, plan_quantity, currency)
                        select project, line, :to, moved, round(plan_quantity * moved / plan, 4), :currency from old
                        on conflict (line, period) do update set plan = money_cell.plan + excluded.plan,
                            plan_quantity = money_cell.plan_quantity + excluded.plan_quantity""")
                .param("line", Objects.requireNonNull(before.line()))
                .param("amount", before.amount())
                .param("from", from)
                .param("to", to)
                .param("currency", project.currency().getCurrencyCode())
                .update();
    }

    private void push(Project project, long id, String item, String supplier, LocalDate day, String reason, Actor by) {
        var milestone = plans.milestone(project.key(), id);
        if (!milestone.reached() && day.isAfter(milestone.forecast())) {
            var because = "%s of %s is promised for %s: %s".formatted(item, supplier, day, reason);
            var said = because.length() > 500 ? because.substring(0, 500) : because;
            milestones.move(project.key(), id, "FORECAST", day.toString(), said, by);
        }
    }

    private @Nullable Long line(Entered in, Project project) {
        var found = jdbc.sql("select id from money_line where project = ? and code = ?")
                .params(project.key(), in.text("line"))
                .query(Long.class)
                .optional();
        if (found.isEmpty() && !in.text("line").isEmpty()) {
            in.problem("line", "There is no budget line \"%s\". Give the code of one.".formatted(in.text("line")));
        }
        return found.orElse(null);
    }

    private @Nullable Long milestone(Entered in, Project project) {
        var typed = in.text("milestone");
        if (typed.isEmpty()) {
            return null;
        }
        var found = plans.milestones(project.key()).stream()
                .filter(one -> String.valueOf(one.id()).equals(typed))
                .findFirst();
        if (found.isEmpty()) {
            in.problem("milestone", "Choose one of the list.");
        }
        return found.map(one -> one.id()).orElse(null);
    }
}
