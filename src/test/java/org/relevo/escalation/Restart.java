package org.relevo.escalation;

import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a restart with an empty scheduler comes to: executions are dropped and made anew from the rows. */
final class Restart {

    private static final String OF_CASE = """
            (select 'commitment-checkpoint' as task_name, id::text as task_instance, next_at from commitment
                where work_item = :case
             union all select 'escalation-level', id::text, next_at from escalation where work_item = :case)
            """;

    private final JdbcClient jdbc;

    Restart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void dropAndRecreate(WorkItemNumber number) {
        jdbc.sql("delete from scheduled_tasks using " + OF_CASE
                        + " of_case where scheduled_tasks.task_name = of_case.task_name"
                        + " and scheduled_tasks.task_instance = of_case.task_instance")
                .param("case", number.value())
                .update();
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                        select task_name, task_instance, next_at, false, 1, 50 from %s of_case where next_at is not null
                        """.formatted(OF_CASE)).param("case", number.value()).update();
    }
}
