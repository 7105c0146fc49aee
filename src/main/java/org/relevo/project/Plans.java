package org.relevo.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What projects have planned: stages, milestones and what they wait for, scope and team. */
@Component
public class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Stage> stages(String project) {
        return jdbc.sql("select * from project_stage where project = ? order by position, id")
                .param(project)
                .query((row, i) -> new Stage(
                        row.getLong("id"),
                        row.getString("project"),
                        row.getInt("position"),
                        row.getString("name"),
                        row.getObject("baseline_start", LocalDate.class),
                        row.getObject("baseline_end", LocalDate.class)))
                .list();
    }

    /** The earliest first. */
    public List<Milestone> milestones(String project) {
        return jdbc.sql("select * from project_milestone where project = ? order by baseline, id")
                .param(project)
                .query(Plans::milestone)
                .list();
    }

    /** The milestone that each project expects next, by the project's key. */
    public Map<String, Milestone> next() {
        return jdbc.sql("""
                        select distinct on (project) * from project_milestone where actual is null
                        order by project, forecast, id""").query(Plans::milestone).list().stream()
                .collect(Collectors.toMap(Milestone::project, one -> one));
    }

    public Milestone milestone(String project, long id) {
        return jdbc.sql("select * from project_milestone where project = ? and id = ?")
                .params(project, id)
                .query(Plans::milestone)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no milestone %d. Its page lists those it has.".formatted(project, id)));
    }

    /** How the dates of a project's milestones changed, the newest first. */
    public List<MilestoneChange> changes(String project) {
        return jdbc.sql("""
                        select c.* from project_milestone_change c join project_milestone m on m.id = c.milestone
                        where m.project = ? order by c.at desc, c.id desc""")
                .param(project)
                .query((row, i) -> new MilestoneChange(
                        row.getLong("milestone"),
                        Milestone.Which.valueOf(row.getString("which")),
                        row.getObject("was", LocalDate.class),
                        row.getObject("became", LocalDate.class),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    public List<Dependency> dependencies(String project) {
        return jdbc.sql(
                        "select before, after, lag_days from project_dependency where project = ? order by before, after")
                .param(project)
                .query((row, i) -> new Dependency(row.getLong("before"), row.getLong("after"), row.getInt("lag_days")))
                .list();
    }

    public List<ScopeItem> scope(String project) {
        return jdbc.sql("select * from project_scope_item where project = ? order by kind, name")
                .param(project)
                .query((row, i) -> new ScopeItem(
                        row.getLong("id"),
                        row.getString("project"),
                        id(row, "stage"),
                        id(row, "milestone"),
                        ScopeItem.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("description"),
                        row.getBigDecimal("weight"),
                        ScopeItem.State.valueOf(row.getString("state")),
                        row.getString("owner")))
                .list();
    }

    public ScopeItem scopeItem(String project, long id) {
        return scope(project).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no scope item %d. Its page lists those it has.".formatted(project, id)));
    }

    public List<Member> members(String project) {
        return jdbc.sql("select person, role from project_member where project = ? order by role, person")
                .param(project)
                .query((row, i) -> new Member(row.getString("person"), row.getString("role")))
                .list();
    }

    static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static Milestone milestone(ResultSet row, int number) throws SQLException {
        return new Milestone(
                row.getLong("id"),
                row.getString("project"),
                id(row, "stage"),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getObject("baseline", LocalDate.class)),
                Objects.requireNonNull(row.getObject("forecast", LocalDate.class)),
                row.getObject("actual", LocalDate.class));
    }
}
