package org.relevo.project.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the positions on issues and the actions about them. */
@Repository
class IssueParts {

    private final JdbcClient jdbc;

    IssueParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Position> positions(WorkItemNumber issue) {
        return jdbc.sql("select * from project_issue_position where issue = ? order by person")
                .param(issue.value())
                .query((row, i) -> {
                    var stance = row.getString("stance");
                    return new Position(
                            Objects.requireNonNull(row.getString("person")),
                            stance == null ? null : Position.Stance.valueOf(stance),
                            Objects.requireNonNull(row.getString("words")),
                            IssueRows.instant(row, "at"));
                })
                .list();
    }

    void ask(WorkItemNumber issue, String person) {
        jdbc.sql("insert into project_issue_position (issue, person) values (?, ?) on conflict do nothing")
                .params(issue.value(), person)
                .update();
    }

    /** Whether that person was asked. */
    boolean said(WorkItemNumber issue, String person, Position.Stance stance, String words, Instant at) {
        return jdbc.sql(
                                "update project_issue_position set stance = ?, words = ?, at = ? where issue = ? and person = ?")
                        .params(stance.name(), words, Timestamp.from(at), issue.value(), person)
                        .update()
                == 1;
    }

    List<IssueAction> actions(WorkItemNumber issue) {
        return jdbc.sql("select * from project_issue_action where issue = ? order by due_on, number")
                .param(issue.value())
                .query(IssueParts::action)
                .list();
    }

    Optional<IssueAction> action(WorkItemNumber number) {
        return jdbc.sql("select * from project_issue_action where number = ?")
                .param(number.value())
                .query(IssueParts::action)
                .optional();
    }

    void add(IssueAction action) {
        jdbc.sql("""
                        insert into project_issue_action (number, issue, title, owner, due_on, effect, effect_days,
                            effect_cost, effect_scope, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        action.number().value(),
                        action.issue().value(),
                        action.title(),
                        action.owner(),
                        action.dueOn(),
                        action.effect(),
                        action.takesAway().days(),
                        action.takesAway().cost(),
                        action.takesAway().scope(),
                        action.status().name())
                .update();
    }

    void end(WorkItemNumber action, IssueAction.Status status, String note, String by, Instant at) {
        jdbc.sql("update project_issue_action set status = ?, note = ?, ended_by = ?, ended_at = ? where number = ?")
                .params(status.name(), note, by, Timestamp.from(at), action.value())
                .update();
    }

    private static IssueAction action(ResultSet row, int index) throws SQLException {
        return new IssueAction(
                new WorkItemNumber(row.getString("number")),
                new WorkItemNumber(row.getString("issue")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("owner")),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                Objects.requireNonNull(row.getString("effect")),
                new Impact(
                        row.getInt("effect_days"), row.getBigDecimal("effect_cost"), row.getBigDecimal("effect_scope")),
                IssueAction.Status.valueOf(row.getString("status")),
                Objects.requireNonNull(row.getString("note")),
                row.getString("ended_by"),
                IssueRows.instant(row, "ended_at"));
    }
}
