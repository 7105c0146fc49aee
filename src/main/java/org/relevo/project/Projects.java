package org.relevo.project;

import java.util.List;
import java.util.Objects;
import org.relevo.people.DemoRemoved;
import org.relevo.people.DemoSeeded;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projects there are. */
@Component
public class Projects {

    private final JdbcClient jdbc;
    private final SqlFile sql;

    Projects(JdbcClient jdbc, SqlFile sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    public List<Project> all() {
        return jdbc.sql("select * from project order by name, key")
                .query((row, number) -> new Project(
                        Objects.requireNonNull(row.getString("key")),
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("description")),
                        row.getString("manager"),
                        row.getString("sponsor"),
                        row.getBoolean("demo")))
                .list();
    }

    @EventListener
    void enterDemo(DemoSeeded seeded) {
        sql.run("demo/projects.sql");
    }

    @EventListener
    void removeDemo(DemoRemoved removed) {
        jdbc.sql("delete from project where demo").update();
    }
}
