package org.relevo.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projects there are. */
@Component
public class Projects {

    private final JdbcClient jdbc;

    Projects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Project> all() {
        return jdbc.sql("select * from project order by name, key")
                .query(Projects::read)
                .list();
    }

    public Optional<Project> find(String key) {
        return jdbc.sql("select * from project where key = ?")
                .param(key)
                .query(Projects::read)
                .optional();
    }

    /** The project of that key, or whose case has that number; refused where there is none. */
    public Project get(String keyOrNumber) {
        return jdbc.sql("select * from project where key = ? or work_item = ?")
                .params(keyOrNumber, keyOrNumber)
                .query(Projects::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no project %s. Look for it in the list of projects.".formatted(keyOrNumber)));
    }

    /** The project whose case that is, or that a report is asked of by that case. */
    public Optional<Project> of(WorkItemNumber number) {
        return jdbc.sql("""
                        select * from project where work_item = :number
                        or key = (select project from report_request where number = :number)""")
                .param("number", number.value())
                .query(Projects::read)
                .optional();
    }

    private static Project read(ResultSet row, int number) throws SQLException {
        var workItem = row.getString("work_item");
        var starts = row.getDate("starts_on");
        return new Project(
                Objects.requireNonNull(row.getString("key")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("description")),
                row.getString("manager"),
                row.getString("sponsor"),
                workItem == null ? null : new WorkItemNumber(workItem),
                Objects.requireNonNull(row.getString("state")),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")),
                starts == null ? null : starts.toLocalDate(),
                row.getBoolean("demo"));
    }
}
