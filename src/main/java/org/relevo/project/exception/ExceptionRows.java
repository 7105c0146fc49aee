package org.relevo.project.exception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Dimension;
import org.relevo.project.exception.ExceptionReport.Decision;
import org.relevo.project.exception.ExceptionReport.Figures;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.rules.DemandExceptionReport;
import org.relevo.rules.ExceptionRow.Decides;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ExceptionRows {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ExceptionRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ExceptionReport report) {
        var figures = report.figures();
        jdbc.update(
                """
                insert into exception_report (number, project, tolerance, stage, dimension, status, decides, demand,
                    forecast_only, baseline, allowed, actual, forecast, because, demanded_at)
                values (?, ?, ?, ?, ?, 'WRITING', ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""",
                report.number().value(),
                report.project(),
                report.tolerance(),
                report.stage(),
                report.dimension().name(),
                report.decides().name(),
                json.writeValueAsString(report.demand()),
                figures.only(),
                figures.baseline(),
                figures.allowed(),
                figures.actual(),
                figures.forecast(),
                figures.because(),
                Timestamp.from(report.demandedAt()));
    }

    Optional<ExceptionReport> find(WorkItemNumber number) {
        return jdbc.query("select * from exception_report where number = ?", this::read, number.value()).stream()
                .findFirst();
    }

    /** The one that is still being written or decided. */
    Optional<ExceptionReport> open(String project, @Nullable Long stage, Dimension dimension) {
        return jdbc.query("""
                        select * from exception_report where project = ? and stage is not distinct from ? and dimension = ?
                            and status in ('WRITING', 'SUBMITTED')""", this::read, project, stage, dimension.name()).stream()
                .findFirst();
    }

    /** The last one about a tolerance that was decided. */
    Optional<ExceptionReport> decided(long tolerance) {
        return jdbc
                .query(
                        "select * from exception_report where tolerance = ? and status = 'DECIDED' order by decided_at desc limit 1",
                        this::read,
                        tolerance)
                .stream()
                .findFirst();
    }

    List<ExceptionReport> find(@Nullable String project, @Nullable ExceptionStatus status, int page, int size) {
        var named = status == null ? null : status.name();
        return jdbc.query("""
                select * from exception_report where (?::text is null or project = ?) and (?::text is null or status = ?)
                order by demanded_at desc, number desc limit ? offset ?""", this::read, project, project, named, named, size, (long) page * size);
    }

    long count(@Nullable String project, @Nullable ExceptionStatus status) {
        var named = status == null ? null : status.name();
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from exception_report where (?::text is null or project = ?) and (?::text is null or status = ?)",
                Long.class,
                project,
                project,
                named,
                named));
    }

    /** It was demanded though the project keeps to its tolerance, and so is not withdrawn because it does. */
    void reopened(WorkItemNumber number, String because) {
        jdbc.update("update exception_report set reopened_because = ? where number = ?", because, number.value());
    }

    boolean wasReopened(WorkItemNumber number) {
        return !jdbc.queryForList(
                        "select number from exception_report where number = ? and reopened_because is not null",
                        number.value())
                .isEmpty();
    }

    void figures(WorkItemNumber number, long tolerance, Figures now) {
        jdbc.update(
                """
                update exception_report set tolerance = ?, forecast_only = ?, baseline = ?, allowed = ?, actual = ?,
                    forecast = ?, because = ? where number = ?""",
                tolerance,
                now.only(),
                now.baseline(),
                now.allowed(),
                now.actual(),
                now.forecast(),
                now.because(),
                number.value());
    }

    void submitted(WorkItemNumber number, String by, Instant at) {
        jdbc.update(
                "update exception_report set status = 'SUBMITTED', submitted_by = ?, submitted_at = ? where number = ?",
                by,
                Timestamp.from(at),
                number.value());
    }

    void returned(WorkItemNumber number) {
        jdbc.update("update exception_report set status = 'WRITING' where number = ?", number.value());
    }

    void decided(WorkItemNumber number, Decision decision) {
        jdbc.update(
                """
                update exception_report set status = 'DECIDED', verdict = ?, chosen = ?, decided_by = ?, decided_at = ?,
                    reason = ? where number = ?""",
                decision.verdict().name(),
                decision.option(),
                decision.by(),
                Timestamp.from(decision.at()),
                decision.reason(),
                number.value());
    }

    void withdrawn(WorkItemNumber number, String reason) {
        jdbc.update(
                "update exception_report set status = 'WITHDRAWN', reason = ? where number = ?",
                reason,
                number.value());
    }

    void newTolerance(WorkItemNumber number, long tolerance) {
        jdbc.update("update exception_report set new_tolerance = ? where number = ?", tolerance, number.value());
    }

    private ExceptionReport read(ResultSet row, int index) throws SQLException {
        var status = ExceptionStatus.valueOf(row.getString("status"));
        return new ExceptionReport(
                new WorkItemNumber(row.getString("number")),
                row.getString("project"),
                row.getLong("tolerance"),
                id(row, "stage"),
                Dimension.valueOf(row.getString("dimension")),
                status,
                Decides.valueOf(row.getString("decides")),
                json.readValue(row.getString("demand"), DemandExceptionReport.class),
                new Figures(
                        row.getBoolean("forecast_only"),
                        row.getBigDecimal("baseline"),
                        row.getBigDecimal("allowed"),
                        row.getBigDecimal("actual"),
                        row.getBigDecimal("forecast"),
                        row.getString("because")),
                row.getTimestamp("demanded_at").toInstant(),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                decision(row),
                status == ExceptionStatus.WITHDRAWN ? row.getString("reason") : null,
                id(row, "new_tolerance"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        var at = instant(row, "decided_at");
        return verdict == null || at == null
                ? null
                : new Decision(
                        Verdict.valueOf(verdict),
                        id(row, "chosen"),
                        Objects.requireNonNull(row.getString("decided_by")),
                        at,
                        Objects.requireNonNullElse(row.getString("reason"), ""));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
