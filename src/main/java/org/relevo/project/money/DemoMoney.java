package org.relevo.project.money;

import org.relevo.people.DemoSeeded;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The money and the work packages of the demo organisation's projects, after these. */
@Component
class DemoMoney {

    private final SqlFile sql;

    DemoMoney(SqlFile sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(200)
    void enter(DemoSeeded seeded) {
        sql.run("demo/money.sql");
    }
}
