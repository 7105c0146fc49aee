package org.relevo.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handover.Gate;
import org.relevo.rules.GateVerdict.Verdict;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class HandoverRows {

    private static final String MATCHING =
            " from handover where (?::text is null or project = ?) and (?::text is null or service = ?) and (?::text is null or status = ?)";

    private final JdbcTemplate jdbc;

    HandoverRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Handover handover) {
        jdbc.update(
                """
                insert into handover (number, project, service, status, scope, project_team, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                handover.number().value(),
                handover.project(),
                handover.service(),
                handover.status().name(),
                handover.scope(),
                handover.projectTeam(),
                handover.requestedBy(),
                Timestamp.from(handover.requestedAt()));
    }

    Optional<Handover> find(WorkItemNumber number) {
        return jdbc.query("select * from handover where number = ?", HandoverRows::read, number.value()).stream()
                .findFirst();
    }

    Optional<Handover> open(String service) {
        return jdbc
                .query(
                        "select * from handover where service = ? and status not in ('OPERATIONAL', 'ROLLED_BACK')",
                        HandoverRows::read,
                        service)
                .stream()
                .findFirst();
    }

    List<Handover> open() {
        return jdbc.query(
                "select * from handover where status not in ('OPERATIONAL', 'ROLLED_BACK') order by number",
                HandoverRows::read);
    }

    List<Handover> find(
            @Nullable String project, @Nullable String service, @Nullable HandoverStatus status, int page, int size) {
        var named = status == null ? null : status.name();
        return jdbc.query(
                "select *" + MATCHING + " order by requested_at desc, number desc limit ? offset ?",
                HandoverRows::read,
                project,
                project,
                service,
                service,
                named,
                named,
                size,
                (long) page * size);
    }

    long count(@Nullable String project, @Nullable String service, @Nullable HandoverStatus status) {
        var named = status == null ? null : status.name();
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*)" + MATCHING, Long.class, project, project, service, service, named, named));
    }

    void planned(WorkItemNumber number, LocalDate goLiveOn, int days, @Nullable String team, HandoverStatus status) {
        jdbc.update(
                "update handover set go_live_on = ?, early_life_days = ?, project_team = ?, status = ? where number = ?",
                goLiveOn,
                days,
                team,
                status.name(),
                number.value());
    }

    void moved(WorkItemNumber number, HandoverStatus status) {
        jdbc.update("update handover set status = ? where number = ?", status.name(), number.value());
    }

    void live(WorkItemNumber number, Instant at) {
        jdbc.update(
                "update handover set status = 'EARLY_LIFE', live_at = ? where number = ?",
                Timestamp.from(at),
                number.value());
    }

    void ended(WorkItemNumber number, HandoverStatus status, Instant at) {
        jdbc.update(
                "update handover set status = ?, ended_at = ? where number = ?",
                status.name(),
                Timestamp.from(at),
                number.value());
    }

    void judged(WorkItemNumber number, Gate gate) {
        jdbc.update(
                "update handover set verdict = ?, verdict_rule = ?, verdict_because = ?, verdict_at = ? where number = ?",
                gate.verdict().name(),
                gate.rule(),
                gate.because(),
                Timestamp.from(gate.at()),
                number.value());
    }

    void sign(WorkItemNumber number, Signature signature) {
        jdbc.update(
                "insert into handover_signature (number, gate, verdict, by_whom, at, reason) values (?, ?, ?, ?, ?, ?)",
                number.value(),
                signature.gate(),
                signature.verdict(),
                signature.by(),
                Timestamp.from(signature.at()),
                signature.reason());
    }

    List<Signature> signatures(WorkItemNumber number) {
        return jdbc.query(
                "select * from handover_signature where number = ? order by at, id",
                (row, index) -> new Signature(
                        text(row, "gate"),
                        text(row, "verdict"),
                        text(row, "by_whom"),
                        at(row, "at"),
                        text(row, "reason")),
                number.value());
    }

    private static Handover read(ResultSet row, int index) throws SQLException {
        var goLive = row.getDate("go_live_on");
        var days = row.getInt("early_life_days");
        var dayless = row.wasNull();
        return new Handover(
                new WorkItemNumber(text(row, "number")),
                text(row, "project"),
                text(row, "service"),
                HandoverStatus.valueOf(row.getString("status")),
                text(row, "scope"),
                row.getString("project_team"),
                goLive == null ? null : goLive.toLocalDate(),
                dayless ? null : days,
                gate(row),
                text(row, "requested_by"),
                at(row, "requested_at"),
                instant(row, "live_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Gate gate(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Gate(
                        Verdict.valueOf(verdict),
                        text(row, "verdict_rule"),
                        text(row, "verdict_because"),
                        at(row, "verdict_at"));
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
