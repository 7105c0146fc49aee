package org.relevo.handover.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relevo.rules.CauseKind;
import org.relevo.rules.ProposeTrace;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class TraceRows {

    private static final String WITH_TITLE =
            "select t.*, w.title from handover_trace t join work_item w on w.number = t.incident ";

    private final JdbcTemplate jdbc;

    TraceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was proposed or decided before stays as it is; answers whether this is new. */
    boolean propose(WorkItemNumber number, WorkItemNumber incident, String cause, ProposeTrace proposed, Instant at) {
        return jdbc.update(
                        """
                        insert into handover_trace (number, incident, kind, reference, cause, status, rule, because, proposed_at)
                        values (?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?) on conflict do nothing""",
                        number.value(),
                        incident.value(),
                        proposed.kind().name(),
                        proposed.reference(),
                        cause,
                        proposed.rule(),
                        proposed.because(),
                        Timestamp.from(at))
                == 1;
    }

    Optional<Trace> find(long id) {
        return jdbc.query(WITH_TITLE + "where t.id = ?", TraceRows::read, id).stream()
                .findFirst();
    }

    /** What waits for somebody first, then the newest incidents. */
    List<Trace> of(WorkItemNumber number, int most) {
        return jdbc.query(
                WITH_TITLE + "where t.number = ? order by t.status <> 'PROPOSED', w.raised_at desc, t.id desc limit ?",
                TraceRows::read,
                number.value(),
                most);
    }

    long count(WorkItemNumber number) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from handover_trace where number = ?", Long.class, number.value()));
    }

    /** In the order in which they were confirmed. */
    List<Trace> confirmed(WorkItemNumber number) {
        return jdbc.query(
                WITH_TITLE + "where t.number = ? and t.status = 'CONFIRMED' order by t.decided_at, t.id",
                TraceRows::read,
                number.value());
    }

    void decided(long id, Trace.Status status, String by, Instant at, String reason) {
        jdbc.update(
                "update handover_trace set status = ?, decided_by = ?, decided_at = ?, reason = ? where id = ?",
                status.name(),
                by,
                Timestamp.from(at),
                reason,
                id);
    }

    /** Handovers of which something is confirmed, or was when their sponsor was last told. */
    List<WorkItemNumber> indebted() {
        return jdbc.query(
                "select number from handover_trace where status = 'CONFIRMED' union select number from handover_debt where changed order by 1",
                (row, index) -> new WorkItemNumber(Objects.requireNonNull(row.getString(1))));
    }

    private static Trace read(ResultSet row, int index) throws SQLException {
        return new Trace(
                row.getLong("id"),
                new WorkItemNumber(Objects.requireNonNull(row.getString("number"))),
                new WorkItemNumber(Objects.requireNonNull(row.getString("incident"))),
                Objects.requireNonNull(row.getString("title")),
                CauseKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("reference")),
                Objects.requireNonNull(row.getString("cause")),
                Trace.Status.valueOf(row.getString("status")),
                Objects.requireNonNull(row.getString("rule")),
                Objects.requireNonNull(row.getString("because")),
                Objects.requireNonNull(CauseRows.instant(row, "proposed_at")),
                row.getString("decided_by"),
                CauseRows.instant(row, "decided_at"),
                row.getString("reason"));
    }
}
