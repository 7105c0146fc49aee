package org.relevo.project.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table of reports. */
@Repository
class ReportRows {

    private static final String COLUMNS = "id, project, number, from_day, until_day, summary, issued_at, issued_by";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest first. */
    List<ProgressReport> of(String project, int page, int size) {
        return jdbc.sql("select %s from progress_report where project = ? order by number desc limit ? offset ?"
                        .formatted(COLUMNS))
                .params(project, size, (long) page * size)
                .query(ReportRows::read)
                .list();
    }

    long count(String project) {
        return jdbc.sql("select count(*) from progress_report where project = ?")
                .param(project)
                .query(Long.class)
                .single();
    }

    Optional<ProgressReport> find(String project, int number) {
        return jdbc.sql("select %s from progress_report where project = ? and number = ?".formatted(COLUMNS))
                .params(project, number)
                .query(ReportRows::read)
                .optional();
    }

    Optional<ProgressReport> find(long id) {
        return jdbc.sql("select %s from progress_report where id = ?".formatted(COLUMNS))
                .param(id)
                .query(ReportRows::read)
                .optional();
    }

    ReportContent content(long id) {
        var text = jdbc.sql("select content from progress_report where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return json.readValue(text, ReportContent.class);
    }

    /** Its project's case is locked, so the number is nobody else's. */
    ProgressReport add(ProgressReport report, ReportContent content) {
        jdbc.sql("""
                        insert into progress_report (project, number, from_day, until_day, summary, content, issued_at,
                            issued_by)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""")
                .params(
                        report.project(),
                        report.number(),
                        report.from(),
                        report.until(),
                        report.summary(),
                        json.writeValueAsString(content),
                        Timestamp.from(report.issuedAt()),
                        report.issuedBy())
                .update();
        return find(report.project(), report.number()).orElseThrow();
    }

    private static ProgressReport read(ResultSet row, int index) throws SQLException {
        return new ProgressReport(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("project")),
                row.getInt("number"),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                Objects.requireNonNull(row.getString("summary")),
                row.getTimestamp("issued_at").toInstant(),
                Objects.requireNonNull(row.getString("issued_by")));
    }
}
