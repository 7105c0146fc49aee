package org.relevo.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lets the cases rest that tests of other classes have left behind. Whoever lets days pass would otherwise carry out, and
 * mail, what hundreds of them still owe.
 */
class RestingCases implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        var jdbc = SpringExtension.getApplicationContext(test).getBean(JdbcClient.class);
        jdbc.sql(
                        "update commitment set ended_at = started_at, next_at = null, state = 'CANCELLED' where ended_at is null")
                .update();
        jdbc.sql(
                        "update escalation set ended_at = started_at, end_reason = 'its test is over', next_at = null, waiting = null where ended_at is null")
                .update();
        jdbc.sql("update outbox set state = 'CANCELLED' where state in ('PENDING', 'RETRYING', 'SENDING')")
                .update();
        jdbc.sql(
                        "delete from scheduled_tasks where task_name in ('commitment-checkpoint', 'escalation-level', 'case-closing')")
                .update();
    }
}
