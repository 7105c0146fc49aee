package org.relevo.project.raid;

import org.relevo.people.DemoSeeded;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Risks and assumptions of the demo organisation's projects, and their status; after their money. */
@Component
class DemoRaid {

    private final SqlFile sql;

    DemoRaid(SqlFile sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(300)
    void enter(DemoSeeded seeded) {
        sql.run("demo/raid.sql");
    }
}
