package org.relevo.rca;

import java.util.OptionalInt;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people could not work because of an incident; empty where nobody has said so. */
@Component
class UsersAffected {

    private final JdbcClient jdbc;

    UsersAffected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OptionalInt of(WorkItemNumber incident) {
        return jdbc.sql("select users_affected from work_item where number = ? and users_affected is not null")
                .param(incident.value())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
