package org.relevo.project.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of requests for reports. */
@Repository
class RequestRows {

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait first, then the newest first. */
    List<ReportRequest> of(String project, int most) {
        return jdbc.sql("""
                        select * from report_request where project = ?
                        order by (state = 'ASKED') desc, asked_at desc limit ?""").params(project, most).query(RequestRows::read).list();
    }

    List<ReportRequest> open(String project) {
        return jdbc.sql("select * from report_request where project = ? and state = 'ASKED' order by asked_at")
                .param(project)
                .query(RequestRows::read)
                .list();
    }

    Optional<ReportRequest> find(WorkItemNumber number) {
        return jdbc.sql("select * from report_request where number = ?")
                .param(number.value())
                .query(RequestRows::read)
                .optional();
    }

    void add(ReportRequest request) {
        jdbc.sql("""
                        insert into report_request (number, project, asked_by, asked_at, from_day, until_day, question, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        request.number().value(),
                        request.project(),
                        request.askedBy(),
                        Timestamp.from(request.askedAt()),
                        request.from(),
                        request.until(),
                        request.question(),
                        request.state().name())
                .update();
    }

    void end(
            WorkItemNumber number,
            ReportRequest.State state,
            @Nullable String reason,
            @Nullable Long report,
            java.time.Instant at) {
        jdbc.sql("""
                        update report_request set state = :state, reason = :reason, report = :report, ended_at = :at
                        where number = :number""")
                .param("state", state.name())
                .param("reason", reason)
                .param("report", report)
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }

    private static ReportRequest read(ResultSet row, int index) throws SQLException {
        var report = row.getLong("report");
        var without = row.wasNull();
        var ended = row.getTimestamp("ended_at");
        return new ReportRequest(
                new WorkItemNumber(row.getString("number")),
                Objects.requireNonNull(row.getString("project")),
                Objects.requireNonNull(row.getString("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                Objects.requireNonNull(row.getString("question")),
                ReportRequest.State.valueOf(row.getString("state")),
                row.getString("reason"),
                without ? null : report,
                ended == null ? null : ended.toInstant());
    }
}
