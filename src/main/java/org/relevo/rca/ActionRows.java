package org.relevo.rca;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.Actions.Preventable;
import org.relevo.rca.CorrectiveAction.Status;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of corrective actions and of their quiet windows. */
@Repository
class ActionRows {

    private static final String SELECT = """
            select a.*, w.title, w.owner, w.service, w.raised_at, q.next_at as quiet_until from corrective_action a
            join work_item w on w.number = a.number
            left join quiet_window q on q.action = a.number and q.ended_at is null
            """;

    private final JdbcTemplate jdbc;

    ActionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(WorkItemNumber number, WorkItemNumber rca) {
        jdbc.update(
                "insert into corrective_action (number, rca, status) values (?, ?, 'OPEN')",
                number.value(),
                rca.value());
    }

    void due(WorkItemNumber number, @Nullable Instant at) {
        jdbc.update("update corrective_action set due_at = ? where number = ?", timestamp(at), number.value());
    }

    void done(WorkItemNumber number, String by, String note, Instant at) {
        jdbc.update(
                "update corrective_action set status = 'DONE', done_by = ?, done_note = ?, done_at = ? where number = ?",
                by,
                note,
                Timestamp.from(at),
                number.value());
    }

    void status(WorkItemNumber number, Status status) {
        jdbc.update("update corrective_action set status = ? where number = ?", status.name(), number.value());
    }

    Optional<CorrectiveAction> find(WorkItemNumber number) {
        return jdbc.query(SELECT + " where a.number = ?", ActionRows::read, number.value()).stream()
                .findFirst();
    }

    List<CorrectiveAction> of(WorkItemNumber rca) {
        return jdbc.query(SELECT + " where a.rca = ? order by w.raised_at, a.number", ActionRows::read, rca.value());
    }

    List<CorrectiveAction> find(Actions.Filter filter, int page, int size) {
        var values = new ArrayList<Object>();
        var order = filter.oldest() ? "w.raised_at, a.number" : "a.due_at nulls last, a.number";
        var sql = SELECT + matching(filter, values) + " order by " + order + " limit ? offset ?";
        values.add(size);
        values.add((long) page * size);
        return jdbc.query(sql, ActionRows::read, values.toArray());
    }

    long count(Actions.Filter filter) {
        var values = new ArrayList<Object>();
        var count = jdbc.queryForObject(
                "select count(*) from corrective_action a join work_item w on w.number = a.number"
                        + matching(filter, values),
                Long.class,
                values.toArray());
        return count == null ? 0 : count;
    }

    private static String matching(Actions.Filter filter, List<Object> values) {
        var sql = new StringBuilder(" where true");
        if (filter.open() != null) {
            sql.append(filter.open() ? " and a.status = 'OPEN'" : " and a.status <> 'OPEN'");
        }
        if (filter.owner() != null && !filter.owner().isBlank()) {
            sql.append(" and w.owner = ?");
            values.add(filter.owner());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(" and position(lower(?) in lower(concat_ws(' ', a.number, w.title, a.rca, w.service))) > 0");
            values.add(filter.text().strip());
        }
        return sql.toString();
    }

    /** The usernames of those who own an action. */
    List<String> owners() {
        return jdbc.queryForList(
                "select distinct w.owner from corrective_action a join work_item w on w.number = a.number"
                        + " where w.owner is not null order by w.owner",
                String.class);
    }

    Preventable preventable(Instant now) {
        return jdbc.queryForObject(
                """
                select count(*), coalesce(sum(extract(epoch from coalesce(w.ended_at, ?) - w.raised_at)), 0)
                from rca_incident i join work_item w on w.number = i.incident where i.overdue_action is not null
                """,
                (row, i) -> new Preventable(row.getLong(1), Duration.ofSeconds(Math.max(0, row.getLong(2)))),
                Timestamp.from(now));
    }

    long watch(CorrectiveAction action, int days, String rule, Instant from, Instant until) {
        var id = jdbc.queryForObject(
                """
                insert into quiet_window (work_item, action, days, rule, started_at, next_at) values (?, ?, ?, ?, ?, ?)
                returning id
                """,
                Long.class,
                action.rca().value(),
                action.number().value(),
                days,
                rule,
                Timestamp.from(from),
                Timestamp.from(until));
        return id == null ? 0 : id;
    }

    /** Ends the quiet window of an action, if one runs. */
    void unwatch(WorkItemNumber action, String outcome, Instant at) {
        jdbc.update(
                "update quiet_window set ended_at = ?, next_at = null, outcome = ? where action = ? and ended_at is null",
                Timestamp.from(at),
                outcome,
                action.value());
    }

    private static CorrectiveAction read(ResultSet row, int index) throws SQLException {
        return new CorrectiveAction(
                new WorkItemNumber(row.getString("number")),
                new WorkItemNumber(row.getString("rca")),
                row.getString("title"),
                row.getString("owner"),
                row.getString("service"),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("raised_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("done_at")),
                row.getString("done_by"),
                row.getString("done_note"),
                instant(row.getTimestamp("quiet_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
