package org.relevo.project.money;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.project.Project;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a project has spent. Each payment has a reference of its own, by which the same one is never booked twice. */
@Component
public class Actuals {

    private final JdbcTemplate jdbc;
    private final MoneyCase money;
    private final Clock clock;

    Actuals(JdbcTemplate jdbc, MoneyCase money, Clock clock) {
        this.jdbc = jdbc;
        this.money = money;
        this.clock = clock;
    }

    /** What came of a file: rows booked, rows that were booked before, and rows that were not, which are kept. */
    public record Imported(long id, int booked, int unchanged, int refused) {}

    private record Payment(
            String reference,
            @Nullable Long line,
            LocalDate day,
            @Nullable BigDecimal quantity,
            Sum sum,
            String order,
            String supplier,
            String description) {

        boolean same(Payment other) {
            return day.equals(other.day)
                    && sum.original().compareTo(other.sum.original()) == 0
                    && sum.currency().equals(other.sum.currency());
        }
    }

    /** What a project knows when payments are read. */
    private record Known(Map<String, Long> lines, Map<String, Payment> payments, LocalDate today) {}

    /** Books one payment: reference, day, amount and the other columns of a file. */
    @Transactional
    public void book(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var known = known(project);
        var payment = read(in, project, known);
        if (known.payments.containsKey(payment.reference)) {
            in.problem("reference", "It is booked already. Give another payment a reference of its own.");
        }
        in.check();
        insert(project, List.of(payment), null, by);
        money.changed(
                project,
                "MONEY_SPENT",
                "Spent: %s %s, %s".formatted(payment.sum.amount(), project.currency(), payment.reference),
                by,
                null);
    }

    /** Books the rows of a CSV file. A row that cannot be booked costs itself only, and is kept with what to do about it. */
    @Transactional
    public Imported load(String key, String name, String file, Actor by) {
        var project = money.led(key, by);
        var known = known(project);
        var fresh = new ArrayList<Payment>();
        var refused = new ArrayList<Object[]>();
        var unchanged = 0;
        for (var row : ActualsFile.rows(file)) {
            var in = new Entered(row.values());
            if (row.values().containsKey("")) {
                in.problem(
                        "row",
                        "It has more values than the first line has names. Put a value with a separator in quotes.");
            }
            var payment = read(in, project, known);
            var before = known.payments.get(payment.reference);
            if (before != null && in.problems().isEmpty() && !before.same(payment)) {
                in.problem(
                        "reference",
                        "%s is booked already, on %s with %s %s. Give a correction a reference of its own."
                                .formatted(
                                        payment.reference, before.day, before.sum.original(), before.sum.currency()));
            }
            if (!in.problems().isEmpty()) {
                refused.add(new Object[] {row.line(), row.text(), said(in.problems())});
            } else if (before != null) {
                unchanged++;
            } else {
                fresh.add(payment);
                known.payments.put(payment.reference, payment);
            }
        }
        return keep(project, name, fresh, refused, unchanged, by);
    }

    private Imported keep(
            Project project, String name, List<Payment> fresh, List<Object[]> refused, int unchanged, Actor by) {
        var id = jdbc.queryForObject(
                "insert into money_import (project, file, at, by_whom, booked, unchanged) values (?, ?, ?, ?, ?, ?) returning id",
                Long.class,
                project.key(),
                name,
                Timestamp.from(clock.instant()),
                by.name(),
                fresh.size(),
                unchanged);
        insert(project, fresh, id, by);
        jdbc.batchUpdate(
                "insert into money_import_refused (import, line, text, problem) values (?, ?, ?, ?)",
                refused.stream()
                        .map(one -> new Object[] {id, one[0], one[1], one[2]})
                        .toList());
        if (!fresh.isEmpty()) {
            money.changed(
                    project, "MONEY_SPENT", "%,d payments booked from %s".formatted(fresh.size(), name), by, null);
        }
        return new Imported(id == null ? 0 : id, fresh.size(), unchanged, refused.size());
    }

    private static String said(List<FieldProblem> problems) {
        return problems.stream().map(one -> one.field() + ": " + one.message()).collect(Collectors.joining(" "));
    }

    private static Payment read(Entered in, Project project, Known known) {
        var reference = in.needed("reference", 100);
        var day = in.day("day");
        if (day.isAfter(known.today)) {
            in.problem("day", "It is after today. Book it when it was spent, and plan it until then.");
        }
        var quantity = in.numberOrNull("quantity", 4);
        var sum = in.sum("amount", project.currency());
        var code = in.text("line");
        var line = known.lines.get(code);
        if (!code.isEmpty() && line == null) {
            in.problem(
                    "line",
                    "There is no budget line \"%s\". Give the code of one, or nothing for what is unplanned."
                            .formatted(code));
        }
        return new Payment(
                reference,
                line,
                day,
                quantity,
                sum,
                in.optional("order", 60),
                in.optional("supplier", 150),
                in.optional("description", 500));
    }

    private Known known(Project project) {
        var lines = new HashMap<String, Long>();
        jdbc.query(
                "select code, id from money_line where project = ?",
                row -> {
                    lines.put(row.getString("code"), row.getLong("id"));
                },
                project.key());
        var payments = new HashMap<String, Payment>();
        jdbc.query(
                "select reference, day, original, currency, rate, amount from money_actual where project = ?",
                row -> {
                    var sum = new Sum(
                            row.getBigDecimal("original"),
                            java.util.Currency.getInstance(row.getString("currency")),
                            row.getBigDecimal("rate"),
                            null,
                            row.getBigDecimal("amount"));
                    var reference = row.getString("reference");
                    var day = row.getObject("day", LocalDate.class);
                    payments.put(reference, new Payment(reference, null, day, null, sum, "", "", ""));
                },
                project.key());
        return new Known(lines, payments, project.today(clock));
    }

    private void insert(Project project, List<Payment> payments, @Nullable Long from, Actor by) {
        var at = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into money_actual (project, line, reference, day, quantity, amount, currency, original, rate, rate_on,
                    order_number, supplier, description, import, at, by_whom)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)""",
                payments.stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                        project.key(),
                                        one.line,
                                        one.reference,
                                        one.day,
                                        one.quantity,
                                        one.sum.amount(),
                                        one.sum.currency().getCurrencyCode(),
                                        one.sum.original(),
                                        one.sum.rate(),
                                        one.sum.rateOn(),
                                        one.order,
                                        one.supplier,
                                        one.description,
                                        from,
                                        at,
                                        by.name())
                                .toArray())
                        .toList());
    }
}
