package org.relevo.service;

import org.relevo.people.DemoSeeded;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What operations knows of the demo organisation's services; once they are there. */
@Component
class DemoCatalogue {

    private final SqlFile sql;
    private final StoredServices services;

    DemoCatalogue(SqlFile sql, StoredServices services) {
        this.sql = sql;
        this.services = services;
    }

    @EventListener
    @Order(50)
    void enter(DemoSeeded seeded) {
        sql.run("demo/catalogue.sql");
        services.forget();
    }
}
