package org.relevo.project.money.service;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.money.Budget;
import org.relevo.project.money.Entered;
import org.relevo.project.money.service.ServiceForecast.PriceChange;
import org.relevo.project.raid.Assumption;
import org.relevo.project.raid.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The forecasts of what services will cost, and their way into the plan. */
@Component
public class ServiceForecasts {

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Assumptions assumptions;
    private final Budget budget;

    ServiceForecasts(JdbcClient jdbc, Projects projects, Assumptions assumptions, Budget budget) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.assumptions = assumptions;
        this.budget = budget;
    }

    private record Row(
            long id,
            String name,
            String line,
            LocalDate firstMonth,
            int months,
            long units,
            @Nullable Long growth,
            long rate) {}

    private record Change(long forecast, LocalDate fromMonth, long percent) {}

    public List<ServiceForecast> of(Project project) {
        var known = assumptions.of(project.key()).stream().collect(Collectors.toMap(Assumption::id, one -> one));
        var changes = jdbc.sql("""
                        select c.forecast, c.from_month, c.percent from service_price_change c
                        join service_forecast f on f.id = c.forecast where f.project = ? order by c.from_month""").param(project.key()).query(Change.class).list().stream()
                .collect(Collectors.groupingBy(Change::forecast));
        return jdbc.sql("""
                        select f.id, f.name, l.code as line, f.first_month, f.months, f.units, f.growth, f.rate
                        from service_forecast f join money_line l on l.id = f.line where f.project = ? order by f.name""").param(project.key()).query(Row.class).list().stream()
                .map(row -> forecast(row, changes.getOrDefault(row.id(), List.of()), known))
                .toList();
    }

    private static ServiceForecast forecast(Row row, List<Change> changes, Map<Long, Assumption> known) {
        return new ServiceForecast(
                row.id(),
                row.name(),
                row.line(),
                YearMonth.from(row.firstMonth()),
                row.months(),
                Objects.requireNonNull(known.get(row.units())),
                row.growth() == null ? null : known.get(row.growth()),
                Objects.requireNonNull(known.get(row.rate())),
                changes.stream()
                        .map(one -> new PriceChange(
                                YearMonth.from(one.fromMonth()), Objects.requireNonNull(known.get(one.percent()))))
                        .toList());
    }

    /** @param typed name, line (its code), first (a month), months, and the ids of the assumptions units, growth, rate */
    @Transactional
    public void add(String key, Map<String, String> typed, Actor by) {
        var project = projects.get(key);
        project.requireLead(by);
        var entered = new Entered(typed);
        var name = entered.needed("name", 150);
        var first = entered.month("first");
        var months = entered.text("months");
        if (!months.matches("[1-9]|[1-5][0-9]|60")) {
            entered.problem("months", "Give from 1 to 60 months.");
        }
        var line = jdbc.sql("select id from money_line where project = ? and code = ?")
                .params(project.key(), entered.text("line"))
                .query(Long.class)
                .optional();
        if (line.isEmpty()) {
            entered.problem("line", "There is no budget line of that code. Add it on the money page first.");
        }
        var units = number(entered, "units", project);
        var rate = number(entered, "rate", project);
        var growth = entered.text("growth").isEmpty() ? null : number(entered, "growth", project);
        entered.check();
        var added = jdbc.sql("""
                        insert into service_forecast (project, name, line, first_month, months, units, growth, rate)
                        values (:project, :name, :line, :first, :months, :units, :growth, :rate) on conflict do nothing""")
                .param("project", project.key())
                .param("name", name)
                .param("line", line.orElseThrow())
                .param("first", Date.valueOf(first))
                .param("months", Integer.parseInt(months))
                .param("units", units)
                .param("growth", growth)
                .param("rate", rate)
                .update();
        if (added == 0) {
            throw new Refusal.Invalid("name", "There is a forecast of that name already. Choose another.");
        }
    }

    /** @param typed from (a month) and percent (the id of an assumption) */
    @Transactional
    public void change(String key, long id, Map<String, String> typed, Actor by) {
        var project = projects.get(key);
        project.requireLead(by);
        get(project, id);
        var entered = new Entered(typed);
        var from = entered.month("from");
        var percent = number(entered, "percent", project);
        entered.check();
        jdbc.sql("""
                        insert into service_price_change (forecast, from_month, percent) values (?, ?, ?)
                        on conflict (forecast, from_month) do update set percent = excluded.percent""").params(id, from, Objects.requireNonNull(percent)).update();
    }

    /** Takes every month over into the plan of its budget line; those that are there already are replanned. */
    @Transactional
    public void plan(String key, long id, Actor by) {
        var project = projects.get(key);
        project.requireLead(by);
        var forecast = get(project, id);
        for (var month : forecast.months()) {
            budget.plan(
                    key,
                    Map.of(
                            "line",
                            forecast.line(),
                            "month",
                            month.month().toString(),
                            "quantity",
                            month.units()
                                    .setScale(4, java.math.RoundingMode.HALF_EVEN)
                                    .toPlainString(),
                            "amount",
                            month.amount().toPlainString(),
                            "reason",
                            "forecast of the service " + forecast.name()),
                    by);
        }
    }

    @Transactional
    public void remove(String key, long id, Actor by) {
        var project = projects.get(key);
        project.requireLead(by);
        get(project, id);
        jdbc.sql("delete from service_forecast where id = ?").param(id).update();
    }

    private ServiceForecast get(Project project, long id) {
        return of(project).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no service forecast %d. Its page lists those it has.".formatted(project.name(), id)));
    }

    /** The id of an assumption of the project that is about a number. */
    private @Nullable Long number(Entered entered, String field, Project project) {
        var text = entered.text(field);
        var found = assumptions.of(project.key()).stream()
                .filter(one -> String.valueOf(one.id()).equals(text) && one.value() != null)
                .map(Assumption::id)
                .findFirst();
        if (found.isEmpty()) {
            entered.problem(field, "Choose an assumption that has a number. Add one on the risks page.");
        }
        return found.orElse(null);
    }
}
