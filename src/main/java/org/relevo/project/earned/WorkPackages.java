package org.relevo.project.earned;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Plans;
import org.relevo.project.money.Entered;
import org.relevo.project.money.MoneyCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work packages of projects, and what is reported of them for a day. */
@Component
public class WorkPackages {

    private final JdbcClient jdbc;
    private final MoneyCase money;
    private final Plans plans;
    private final Clock clock;

    WorkPackages(JdbcClient jdbc, MoneyCase money, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.money = money;
        this.plans = plans;
        this.clock = clock;
    }

    private record OfPackage<T>(long id, T one) {}

    /** The earliest first. */
    public List<WorkPackage> of(String project) {
        var steps = jdbc.sql("""
                        select s.* from work_package_step s join work_package w on w.id = s.package
                        where w.project = ? order by s.planned, s.id""")
                .param(project)
                .query((row, i) -> new OfPackage<>(
                        row.getLong("package"),
                        new WorkPackage.Step(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getBigDecimal("weight"),
                                row.getObject("planned", LocalDate.class),
                                row.getObject("reached", LocalDate.class))))
                .list();
        var progress = jdbc.sql("""
                        select p.* from work_package_progress p join work_package w on w.id = p.package
                        where w.project = ? order by p.day""")
                .param(project)
                .query((row, i) -> new OfPackage<>(
                        row.getLong("package"),
                        new WorkPackage.Progress(
                                row.getObject("day", LocalDate.class),
                                row.getBigDecimal("percent"),
                                row.getString("note"),
                                row.getString("by_whom"))))
                .list();
        var stepsOf = byPackage(steps);
        var progressOf = byPackage(progress);
        return jdbc.sql("select * from work_package where project = ? order by starts_on, ends_on, id")
                .param(project)
                .query((row, i) -> new WorkPackage(
                        row.getLong("id"),
                        (Long) row.getObject("stage"),
                        row.getString("name"),
                        row.getBigDecimal("budget"),
                        Method.valueOf(row.getString("method")),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        stepsOf.getOrDefault(row.getLong("id"), List.of()),
                        progressOf.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static <T> Map<Long, List<T>> byPackage(List<OfPackage<T>> all) {
        return all.stream()
                .collect(Collectors.groupingBy(OfPackage::id, Collectors.mapping(OfPackage::one, Collectors.toList())));
    }

    /** Adds one: name, budget, method, start, end, stage. */
    @Transactional
    public void add(String key, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var in = new Entered(typed);
        var name = in.needed("name", 150);
        var budget = in.positive("budget", 2);
        var method = in.one("method", Method.class);
        var start = in.day("start");
        var end = in.day("end");
        if (in.problems().isEmpty() && end.isBefore(start)) {
            in.problem("end", "It ends before it begins. Give a later date.");
        }
        if (of(project.key()).stream().anyMatch(one -> one.name().equals(name))) {
            in.problem("name", "There is a work package of that name already. Choose another.");
        }
        var stage = stage(in, project.key());
        in.check();
        jdbc.sql(
                        "insert into work_package (project, stage, name, budget, method, starts_on, ends_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(project.key(), stage, name, budget, method.name(), start, end))
                .update();
        money.changed(project, "WORK_PLANNED", "Work package planned: %s, %s".formatted(name, budget), by, null);
    }

    private @Nullable Long stage(Entered in, String project) {
        var typed = in.text("stage");
        var found = plans.stages(project).stream()
                .filter(one -> String.valueOf(one.id()).equals(typed))
                .findFirst();
        if (!typed.isEmpty() && found.isEmpty()) {
            in.problem("stage", "Choose one of the list.");
        }
        return found.map(one -> one.id()).orElse(null);
    }

    /** Reports how much is done by a day, in percent; a second report of the same day replaces the first. */
    @Transactional
    public void report(String key, long id, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var work = get(project.key(), id);
        var in = new Entered(typed);
        var day = past(in, project.today(clock), "day");
        var percent = in.number("percent", 2);
        if (percent.signum() < 0 || percent.compareTo(Method.ALL) > 0) {
            in.problem("percent", "Give a number from 0 to 100.");
        }
        if (work.method() == Method.MILESTONES) {
            in.problem("percent", "It earns by its steps. Say which step was reached.");
        }
        var note = in.optional("note", 500);
        in.check();
        jdbc.sql("""
                        insert into work_package_progress (package, day, percent, note, by_whom, at) values (?, ?, ?, ?, ?, ?)
                        on conflict (package, day) do update set percent = excluded.percent, note = excluded.note,
                            by_whom = excluded.by_whom, at = excluded.at""")
                .params(id, day, percent, note, by.name(), Timestamp.from(clock.instant()))
                .update();
        money.changed(
                project,
                "WORK_REPORTED",
                "%s: %s %% by %s".formatted(work.name(), percent, day),
                by,
                note.isEmpty() ? null : note);
    }

    /** Adds a step by which a work package earns: name, weight, planned. */
    @Transactional
    public void addStep(String key, long id, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var work = get(project.key(), id);
        var in = new Entered(typed);
        var name = in.needed("name", 150);
        var weight = in.positive("weight", 2);
        var planned = in.day("planned");
        if (work.steps().stream().anyMatch(one -> one.name().equals(name))) {
            in.problem("name", "There is a step of that name already. Choose another.");
        }
        in.check();
        jdbc.sql("insert into work_package_step (package, name, weight, planned) values (?, ?, ?, ?)")
                .params(id, name, weight, planned)
                .update();
        money.changed(project, "WORK_PLANNED", "%s: step %s".formatted(work.name(), name), by, null);
    }

    /** Says that a step was reached. */
    @Transactional
    public void reach(String key, long id, long step, Map<String, String> typed, Actor by) {
        var project = money.led(key, by);
        var work = get(project.key(), id);
        var in = new Entered(typed);
        var day = past(in, project.today(clock), "reached");
        in.check();
        if (jdbc.sql("update work_package_step set reached = ? where package = ? and id = ?")
                        .params(day, id, step)
                        .update()
                == 0) {
            throw new Refusal.NotFound("%s has no step %d. Its page lists those it has.".formatted(work.name(), step));
        }
        money.changed(project, "WORK_REPORTED", "%s: a step was reached on %s".formatted(work.name(), day), by, null);
    }

    private static LocalDate past(Entered in, LocalDate today, String field) {
        var day = in.day(field);
        if (day.isAfter(today)) {
            in.problem(field, "It is after today. Report it when it is so.");
        }
        return day;
    }

    private WorkPackage get(String project, long id) {
        return of(project).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no work package %d. Its page lists those it has.".formatted(project, id)));
    }
}
