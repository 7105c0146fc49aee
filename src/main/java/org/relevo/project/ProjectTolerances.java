package org.relevo.project;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tolerances of projects and their stages; the newest of a dimension counts, and the earlier ones are kept. */
@Component
public class ProjectTolerances {

    private final JdbcTemplate jdbc;
    private final Plans plans;
    private final ProjectCases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectTolerances(
            JdbcTemplate jdbc, Plans plans, ProjectCases cases, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** All that were ever set, the newest first. */
    public List<Tolerance> history(String project) {
        return jdbc.query(
                "select * from project_tolerance where project = ? order by at desc, id desc",
                ProjectTolerances::read,
                project);
    }

    /** Those that count. */
    public List<Tolerance> current(String project) {
        record Place(@Nullable Long stage, Dimension dimension) {}
        var newest = new LinkedHashMap<Place, Tolerance>();
        history(project).forEach(one -> newest.putIfAbsent(new Place(one.stage(), one.dimension()), one));
        return List.copyOf(newest.values());
    }

    Optional<Tolerance> current(String project, @Nullable Long stage, Dimension dimension) {
        return current(project).stream()
                .filter(one -> Objects.equals(one.stage(), stage) && one.dimension() == dimension)
                .findFirst();
    }

    /**
     * Sets a tolerance as the sponsor decided.
     *
     * @param stage a stage's id, or blank for the whole project
     * @param unit {@code PERCENT} or {@code AMOUNT}
     */
    @Transactional
    public void set(String key, String dimension, String stage, String size, String unit, String reason, Actor by) {
        var project = cases.locked(key);
        project.requireSponsor(by);
        var problems = new ArrayList<FieldProblem>();
        var of = Typed.one("dimension", dimension, Dimension.class, problems);
        var part = stage.isBlank() ? null : Typed.id("stage", stage, problems);
        var number = Typed.number("size", size, problems);
        if (!unit.equals("PERCENT") && !unit.equals("AMOUNT")) {
            problems.add(new FieldProblem("unit", "Choose PERCENT or AMOUNT."));
        }
        if (unit.equals("PERCENT") && number != null && number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            problems.add(new FieldProblem("size", "Give at most 1000 %."));
        }
        if (part != null && plans.stages(project.key()).stream().noneMatch(one -> one.id() == part)) {
            problems.add(new FieldProblem("stage", "Choose one of the list."));
        }
        var because = Typed.text("reason", reason, Typed.REASON, problems);
        Typed.check(problems);
        var percent = unit.equals("PERCENT");
        var added = add(new Tolerance(
                0,
                project.key(),
                part,
                Objects.requireNonNull(of),
                percent ? null : number,
                percent ? number : null,
                "SPONSOR",
                by.name(),
                because,
                clock.instant()));
        cases.tell(project, "TOLERANCE_SET", "%s tolerance set to %s".formatted(of, added.text()), by.name(), because);
        events.publishEvent(new OutlookChanged(project.key(), "the tolerance", clock.instant()));
    }

    Tolerance add(Tolerance one) {
        var id = jdbc.queryForObject(
                """
                insert into project_tolerance (project, stage, dimension, amount, percent, set_by_level, set_by, reason, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                Long.class,
                one.project(),
                one.stage(),
                one.dimension().name(),
                one.amount(),
                one.percent(),
                one.level(),
                one.setBy(),
                one.reason(),
                Timestamp.from(one.at()));
        return current(one.project(), one.stage(), one.dimension())
                .filter(found -> Objects.equals(found.id(), id))
                .orElseThrow();
    }

    /** How a tolerance stands. */
    record Watch(
            List<Long> commitments,
            @Nullable Instant forecastSince,
            @Nullable Instant actualSince) {}

    Watch watch(long tolerance) {
        return jdbc
                .query(
                        "select * from project_tolerance_watch where tolerance = ?",
                        (row, i) -> new Watch(
                                List.of((Long[]) row.getArray("commitments").getArray()),
                                instant(row, "forecast_since"),
                                instant(row, "actual_since")),
                        tolerance)
                .stream()
                .findFirst()
                .orElse(new Watch(List.of(), null, null));
    }

    void watch(long tolerance, Watch watch) {
        jdbc.update(
                """
                insert into project_tolerance_watch (tolerance, commitments, forecast_since, actual_since)
                values (?, ?, ?, ?) on conflict (tolerance) do update set commitments = excluded.commitments,
                    forecast_since = excluded.forecast_since, actual_since = excluded.actual_since
                """,
                tolerance,
                watch.commitments().toArray(Long[]::new),
                timestamp(watch.forecastSince()),
                timestamp(watch.actualSince()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Tolerance read(ResultSet row, int number) throws SQLException {
        return new Tolerance(
                row.getLong("id"),
                row.getString("project"),
                Plans.id(row, "stage"),
                Dimension.valueOf(row.getString("dimension")),
                row.getBigDecimal("amount"),
                row.getBigDecimal("percent"),
                row.getString("set_by_level"),
                row.getString("set_by"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
