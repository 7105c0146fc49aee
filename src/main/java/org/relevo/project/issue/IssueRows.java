package org.relevo.project.issue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of issues. */
@Repository
class IssueRows {

    private final JdbcClient jdbc;

    IssueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a project, or of all; the open ones first, then the newest first. */
    List<ProjectIssue> of(@Nullable String project, int page, int size) {
        return jdbc.sql("""
                        select * from project_issue where cast(:project as text) is null or project = :project
                        order by (ended_at is null) desc, number desc limit :size offset :from""")
                .param("project", project)
                .param("size", size)
                .param("from", (long) page * size)
                .query(IssueRows::read)
                .list();
    }

    long count(@Nullable String project) {
        return jdbc.sql("select count(*) from project_issue where cast(:project as text) is null or project = :project")
                .param("project", project)
                .query(Long.class)
                .single();
    }

    Optional<ProjectIssue> find(WorkItemNumber number) {
        return jdbc.sql("select * from project_issue where number = ?")
                .param(number.value())
                .query(IssueRows::read)
                .optional();
    }

    Optional<ProjectIssue> openOf(long tolerance) {
        return jdbc.sql("select * from project_issue where tolerance = ? and ended_at is null")
                .param(tolerance)
                .query(IssueRows::read)
                .optional();
    }

    Optional<ProjectIssue> ofRisk(long risk) {
        return jdbc.sql("select * from project_issue where risk = ?")
                .param(risk)
                .query(IssueRows::read)
                .optional();
    }

    void add(
            WorkItemNumber number,
            String project,
            ProjectIssue.Source source,
            @Nullable Long risk,
            @Nullable Long tolerance) {
        jdbc.sql("""
                        insert into project_issue (number, project, source, risk, tolerance, status)
                        values (:number, :project, :source, :risk, :tolerance, 'RAISED')""")
                .param("number", number.value())
                .param("project", project)
                .param("source", source.name())
                .param("risk", risk)
                .param("tolerance", tolerance)
                .update();
    }

    void status(WorkItemNumber number, ProjectIssue.Status status) {
        jdbc.sql("update project_issue set status = ? where number = ?")
                .params(status.name(), number.value())
                .update();
    }

    void assessed(WorkItemNumber number, Impact impact, String words, @Nullable Rating severity, String because) {
        jdbc.sql("""
                        update project_issue set days = :days, cost = :cost, scope = :scope, impact = :words,
                            severity = :severity, severity_because = :because, status = 'ASSESSED'
                        where number = :number""")
                .param("days", impact.days())
                .param("cost", impact.cost())
                .param("scope", impact.scope())
                .param("words", words)
                .param("severity", severity == null ? null : severity.name())
                .param("because", because)
                .param("number", number.value())
                .update();
    }

    void aligning(WorkItemNumber number, ProjectIssue.@Nullable Meeting meeting, Instant positionsBy) {
        jdbc.sql("""
                        update project_issue set meeting_at = :at, meeting_minutes = :minutes, meeting_link = :link,
                            positions_by = :by, status = 'ALIGNING' where number = :number""")
                .param("at", meeting == null ? null : Timestamp.from(meeting.at()))
                .param("minutes", meeting == null ? null : meeting.minutes())
                .param("link", meeting == null ? "" : meeting.link())
                .param("by", Timestamp.from(positionsBy))
                .param("number", number.value())
                .update();
    }

    void cause(WorkItemNumber number, String cause) {
        jdbc.sql("update project_issue set cause = ?, status = 'PLANNING' where number = ?")
                .params(cause, number.value())
                .update();
    }

    void approval(WorkItemNumber number, @Nullable String approver) {
        jdbc.sql("update project_issue set approver = :approver, status = 'APPROVAL' where number = :number")
                .param("approver", approver)
                .param("number", number.value())
                .update();
    }

    void approved(WorkItemNumber number, String by) {
        jdbc.sql("update project_issue set approved_by = ?, status = 'WATCHING' where number = ?")
                .params(by, number.value())
                .update();
    }

    void end(
            WorkItemNumber number,
            ProjectIssue.Status status,
            ProjectIssue.@Nullable Outcome outcome,
            @Nullable String reason,
            Instant at) {
        jdbc.sql("""
                        update project_issue set status = :status, outcome = :outcome, outcome_reason = :reason,
                            ended_at = :at where number = :number""")
                .param("status", status.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }

    private static ProjectIssue read(ResultSet row, int index) throws SQLException {
        var severity = row.getString("severity");
        var outcome = row.getString("outcome");
        return new ProjectIssue(
                new WorkItemNumber(row.getString("number")),
                Objects.requireNonNull(row.getString("project")),
                ProjectIssue.Source.valueOf(row.getString("source")),
                id(row, "risk"),
                id(row, "tolerance"),
                ProjectIssue.Status.valueOf(row.getString("status")),
                impact(row),
                Objects.requireNonNull(row.getString("impact")),
                severity == null ? null : Rating.valueOf(severity),
                row.getString("severity_because"),
                Objects.requireNonNull(row.getString("cause")),
                meeting(row),
                instant(row, "positions_by"),
                row.getString("approver"),
                row.getString("approved_by"),
                outcome == null ? null : ProjectIssue.Outcome.valueOf(outcome),
                row.getString("outcome_reason"),
                instant(row, "ended_at"));
    }

    private static @Nullable Impact impact(ResultSet row) throws SQLException {
        var cost = row.getBigDecimal("cost");
        return cost == null ? null : new Impact(row.getInt("days"), cost, scope(row));
    }

    private static BigDecimal scope(ResultSet row) throws SQLException {
        return Objects.requireNonNullElse(row.getBigDecimal("scope"), BigDecimal.ZERO);
    }

    private static ProjectIssue.@Nullable Meeting meeting(ResultSet row) throws SQLException {
        var at = instant(row, "meeting_at");
        return at == null
                ? null
                : new ProjectIssue.Meeting(
                        at, row.getInt("meeting_minutes"), Objects.requireNonNull(row.getString("meeting_link")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
