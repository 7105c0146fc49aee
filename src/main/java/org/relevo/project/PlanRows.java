package org.relevo.project;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what is planned. */
@Component
class PlanRows {

    private final JdbcTemplate jdbc;

    PlanRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void addStage(String project, String name, LocalDate start, LocalDate end) {
        jdbc.update("""
                insert into project_stage (project, position, name, baseline_start, baseline_end)
                select ?, coalesce(max(position), 0) + 1, ?, ?, ? from project_stage where project = ?
                """, project, name, start, end, project);
    }

    long addMilestone(String project, @Nullable Long stage, String name, LocalDate day) {
        var id = jdbc.queryForObject("""
                insert into project_milestone (project, stage, name, baseline, forecast) values (?, ?, ?, ?, ?)
                returning id""", Long.class, project, stage, name, day, day);
        return id == null ? 0 : id;
    }

    void move(Milestone before, Milestone.Which which, @Nullable LocalDate day, String reason, String by, Instant at) {
        jdbc.update(
                "update project_milestone set %s = ? where id = ?"
                        .formatted(which.name().toLowerCase(Locale.ROOT)),
                day,
                before.id());
        jdbc.update("""
                insert into project_milestone_change (milestone, which, was, became, reason, by_whom, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, before.id(), which.name(), before.get(which), day, reason, by, Timestamp.from(at));
    }

    void link(String project, Dependency dependency) {
        jdbc.update("""
                insert into project_dependency (project, before, after, lag_days) values (?, ?, ?, ?)
                on conflict (before, after) do update set lag_days = excluded.lag_days
                """, project, dependency.before(), dependency.after(), dependency.lagDays());
    }

    void unlink(String project, long before, long after) {
        jdbc.update(
                "delete from project_dependency where project = ? and before = ? and after = ?",
                project,
                before,
                after);
    }
}
