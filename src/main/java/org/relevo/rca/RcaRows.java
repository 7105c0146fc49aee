package org.relevo.rca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.RcaContent.About;
import org.relevo.rca.RcaContent.Reason;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the tables of analyses, their incidents and the reasons for which they were demanded. */
@Repository
class RcaRows {

    private final JdbcTemplate jdbc;

    RcaRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(WorkItemNumber number, WorkItemNumber incident, @Nullable String signature, Instant at) {
        jdbc.update(
                "insert into rca (number, incident, status, signature, demanded_at) values (?, ?, 'DRAFTING', ?, ?)",
                number.value(),
                incident.value(),
                signature,
                Timestamp.from(at));
        link(number, incident, false, null);
    }

    /** Makes an incident part of an analysis; one that is part of an analysis already stays where it is. */
    void link(WorkItemNumber number, WorkItemNumber incident, boolean repeated, @Nullable String overdueAction) {
        jdbc.update(
                "insert into rca_incident (incident, rca, repeated, overdue_action) values (?, ?, ?, ?) on conflict do nothing",
                incident.value(),
                number.value(),
                repeated,
                overdueAction);
    }

    /** Answers whether the reason is a new one. */
    boolean reason(WorkItemNumber number, WorkItemNumber incident, String rule, String because, Instant at) {
        return jdbc.update(
                        "insert into rca_reason (rca, rule, because, incident, at) values (?, ?, ?, ?, ?) on conflict do nothing",
                        number.value(),
                        rule,
                        because,
                        incident.value(),
                        Timestamp.from(at))
                == 1;
    }

    Optional<Rca> find(WorkItemNumber number) {
        return jdbc.query("select * from rca where number = ?", RcaRows::read, number.value()).stream()
                .findFirst();
    }

    Optional<Rca> about(WorkItemNumber incident) {
        return jdbc
                .query(
                        "select rca.* from rca join rca_incident i on i.rca = rca.number where i.incident = ?",
                        RcaRows::read,
                        incident.value())
                .stream()
                .findFirst();
    }

    List<WorkItemNumber> ofSignature(String signature) {
        return jdbc.query(
                "select number from rca where signature = ? and status not in ('PROVEN', 'SKIPPED') order by number",
                (row, i) -> new WorkItemNumber(row.getString(1)),
                signature);
    }

    void status(WorkItemNumber number, RcaStatus status) {
        jdbc.update("update rca set status = ? where number = ?", status.name(), number.value());
    }

    void submitted(WorkItemNumber number, String by) {
        jdbc.update("update rca set status = 'REVIEW', submitted_by = ? where number = ?", by, number.value());
    }

    void approved(WorkItemNumber number, String by) {
        jdbc.update("update rca set status = 'APPROVED', approved_by = ? where number = ?", by, number.value());
    }

    void delivered(WorkItemNumber number, Instant at) {
        jdbc.update(
                "update rca set status = 'DELIVERED', delivered_at = ? where number = ?",
                Timestamp.from(at),
                number.value());
    }

    void skip(WorkItemNumber number, @Nullable String askedBy, @Nullable String reason) {
        jdbc.update(
                "update rca set skip_asked_by = ?, skip_reason = ? where number = ?", askedBy, reason, number.value());
    }

    void skipped(WorkItemNumber number, String agreedBy) {
        jdbc.update("update rca set status = 'SKIPPED', skip_agreed_by = ? where number = ?", agreedBy, number.value());
    }

    List<About> incidents(WorkItemNumber number) {
        return jdbc.query(
                "select * from rca_incident where rca = ? order by repeated, incident",
                (row, i) -> new About(
                        row.getString("incident"), row.getBoolean("repeated"), row.getString("overdue_action")),
                number.value());
    }

    List<Reason> reasons(WorkItemNumber number) {
        return jdbc.query(
                "select * from rca_reason where rca = ? order by at, id",
                (row, i) -> new Reason(
                        row.getString("rule"),
                        row.getString("because"),
                        row.getString("incident"),
                        row.getTimestamp("at").toInstant()),
                number.value());
    }

    List<Rca> find(Rcas.Filter filter, int page, int size) {
        var values = new ArrayList<Object>();
        var sql = "select rca.*" + matching(filter, values)
                + " order by rca.demanded_at desc, rca.number desc limit ? offset ?";
        values.add(size);
        values.add((long) page * size);
        return jdbc.query(sql, RcaRows::read, values.toArray());
    }

    long count(Rcas.Filter filter) {
        var values = new ArrayList<Object>();
        var count = jdbc.queryForObject("select count(*)" + matching(filter, values), Long.class, values.toArray());
        return count == null ? 0 : count;
    }

    private static String matching(Rcas.Filter filter, List<Object> values) {
        var sql = new StringBuilder(" from rca join work_item w on w.number = rca.number where true");
        if (filter.status() != null) {
            sql.append(" and rca.status = ?");
            values.add(filter.status().name());
        }
        if (filter.open() != null) {
            sql.append(filter.open() ? " and" : " and not").append(" rca.status in ('DRAFTING', 'REVIEW', 'APPROVED')");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(
                    " and position(lower(?) in lower(concat_ws(' ', w.number, w.title, rca.incident, w.service))) > 0");
            values.add(filter.text().strip());
        }
        return sql.toString();
    }

    private static Rca read(ResultSet row, int index) throws SQLException {
        var delivered = row.getTimestamp("delivered_at");
        var asked = row.getString("skip_asked_by");
        return new Rca(
                new WorkItemNumber(row.getString("number")),
                new WorkItemNumber(row.getString("incident")),
                RcaStatus.valueOf(row.getString("status")),
                row.getString("signature"),
                row.getTimestamp("demanded_at").toInstant(),
                row.getString("submitted_by"),
                row.getString("approved_by"),
                delivered == null ? null : delivered.toInstant(),
                asked == null
                        ? null
                        : new Rca.Skip(asked, row.getString("skip_reason"), row.getString("skip_agreed_by")));
    }
}
