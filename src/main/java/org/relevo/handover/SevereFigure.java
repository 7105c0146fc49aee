package org.relevo.handover;

import org.relevo.rules.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open P1 and P2 incidents of the service and the open severe issues of the project; drills do not count. */
@Component
class SevereFigure implements CriterionFigure {

    private static final String OPEN = """
            select w.number from work_item w
            where w.type = 'INCIDENT' and w.service = :service and w.state in ('NEW', 'ACKNOWLEDGED')
                and w.priority in ('P1', 'P2') and not exists (select from handover_drill d where d.incident = w.number)
            union all
            select i.number from project_issue i
            where i.project = :project and i.ended_at is null and i.severity = 'HIGH'
            order by 1
            """;

    private final JdbcClient jdbc;

    SevereFigure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Measure measure() {
        return Measure.SEVERE_OPEN;
    }

    @Override
    public Found count(Handover handover) {
        var open = jdbc.sql(OPEN)
                .param("service", handover.service())
                .param("project", handover.project())
                .query(String.class)
                .list();
        return Found.of(
                open.size(),
                open.isEmpty()
                        ? "no P1 or P2 of the service and no severe issue of the project is open"
                        : "%d open: %s".formatted(open.size(), String.join(", ", open)));
    }
}
