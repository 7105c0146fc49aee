package org.relevo.project;

import java.time.Clock;
import org.relevo.commitment.Commitments;
import org.relevo.people.DemoRemoved;
import org.relevo.people.DemoSeeded;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo organisation's projects, whose dates lie around the day on which it is entered. */
@Component
class DemoProjects {

    private final JdbcClient jdbc;
    private final SqlFile sql;
    private final Projects projects;
    private final ProjectCases cases;
    private final Commitments commitments;
    private final Clock clock;

    DemoProjects(
            JdbcClient jdbc, SqlFile sql, Projects projects, ProjectCases cases, Commitments commitments, Clock clock) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.projects = projects;
        this.cases = cases;
        this.commitments = commitments;
        this.clock = clock;
    }

    @EventListener
    @Order(100)
    void enter(DemoSeeded seeded) {
        sql.run("demo/projects.sql");
        projects.all().stream()
                .filter(project -> project.demo() && project.number() == null)
                .forEach(project -> cases.opened(project, "relevo"));
    }

    @EventListener
    void remove(DemoRemoved removed) {
        for (var project : projects.all()) {
            if (project.demo() && project.active() && project.number() != null) {
                commitments.cancel(project.number(), clock.instant());
                cases.close(project, clock.instant());
            }
        }
        jdbc.sql("delete from project where demo").update();
    }
}
