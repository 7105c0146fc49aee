package org.relevo.incident.communication;

import java.time.Instant;
import java.util.Optional;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to webhooks, as the watchdog sees them. One whose execution was lost gets another; none is posted by the
 * watchdog itself, as one that is late may just be waiting for its answer.
 */
@Component
class TimedDeliveries implements TimedWork {

    private final TimedRows timed;
    private final WebhookDeliveries deliveries;

    TimedDeliveries(JdbcTemplate jdbc, WebhookDeliveries deliveries) {
        this.timed = new TimedRows(jdbc, "webhook_delivery", WebhookTask.NAME);
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public TimedRows rows() {
        return timed;
    }

    @Override
    public Optional<Overdue> rescue(long id, Instant dueBefore) {
        return Optional.empty();
    }

    @Override
    @Transactional
    public void rearm(long id) {
        timed.nextAt(id).ifPresent(next -> deliveries.schedule(id, next));
    }
}
