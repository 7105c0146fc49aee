package org.relevo.handover;

import java.sql.Timestamp;
import org.relevo.rules.Measure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts the alerts of the service that arrived since the handover was asked for: the route was tested. */
@Component
class AlertFigure implements CriterionFigure {

    private final JdbcTemplate jdbc;

    AlertFigure(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Measure measure() {
        return Measure.ALERTS_ARRIVED;
    }

    @Override
    public Found count(Handover handover) {
        var arrived = jdbc.queryForList("""
                select a.source || ' in ' || w.number from alert a join work_item w on w.number = a.work_item
                where w.service = ? and a.received_at >= ? order by a.received_at desc""", String.class, handover.service(), Timestamp.from(handover.requestedAt()));
        return Found.of(
                arrived.size(),
                arrived.isEmpty()
                        ? "no alert of the service has arrived since the handover was asked for"
                        : "%d alerts have arrived, the last from %s".formatted(arrived.size(), arrived.get(0)));
    }
}
