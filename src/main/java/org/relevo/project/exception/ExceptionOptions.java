package org.relevo.project.exception;

import java.util.ArrayList;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The options of exception reports, in the order in which they were added. */
@Repository
class ExceptionOptions {

    private final JdbcTemplate jdbc;

    ExceptionOptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<ExceptionOption> of(WorkItemNumber number) {
        return new ArrayList<>(jdbc.query(
                "select * from exception_option where report = ? order by id",
                (row, i) -> new ExceptionOption(
                        row.getLong("id"),
                        String.valueOf((char) ('A' + i)),
                        row.getString("title"),
                        row.getInt("days"),
                        row.getBigDecimal("cost"),
                        row.getString("scope"),
                        row.getString("risks"),
                        row.getBoolean("recommended"),
                        row.getBoolean("drafted"),
                        row.getInt("version")),
                number.value()));
    }

    void add(WorkItemNumber number, ExceptionOption option) {
        alone(number, option);
        jdbc.update(
                """
                insert into exception_option (report, title, days, cost, scope, risks, recommended, drafted)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                number.value(),
                option.title(),
                option.days(),
                option.cost(),
                option.scope(),
                option.risks(),
                option.recommended(),
                option.drafted());
    }

    void change(WorkItemNumber number, ExceptionOption option) {
        alone(number, option);
        jdbc.update(
                """
                update exception_option set title = ?, days = ?, cost = ?, scope = ?, risks = ?, recommended = ?,
                    drafted = ?, version = version + 1 where id = ? and report = ?""",
                option.title(),
                option.days(),
                option.cost(),
                option.scope(),
                option.risks(),
                option.recommended(),
                option.drafted(),
                option.id(),
                number.value());
    }

    void remove(WorkItemNumber number, long option) {
        jdbc.update("delete from exception_option where id = ? and report = ?", option, number.value());
    }

    /** At most one is recommended. */
    private void alone(WorkItemNumber number, ExceptionOption option) {
        if (option.recommended()) {
            jdbc.update(
                    "update exception_option set recommended = false, version = version + 1 where report = ? and recommended and id <> ?",
                    number.value(),
                    option.id());
        }
    }
}
