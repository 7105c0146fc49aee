package org.relevo.handover;

import org.relevo.rules.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the incidents and drills of the service that the receiving team resolved since the handover was asked for, and
 * on which nobody did anything who belongs to the project and not to that team.
 */
@Component
class ClosedAloneFigure implements CriterionFigure {

    private static final String CLOSED = """
            select w.number from work_item w join service s on s.key = w.service
            where w.type = 'INCIDENT' and w.service = :service and w.raised_at >= :since
                and w.state in ('RESOLVED', 'CLOSED')
                and exists (select from team_member m where m.team = s.team and m.username = w.assignee)
                and not exists (
                    select from timeline_event e
                    where e.work_item = w.number and e.kind <> 'RAISED'
                        and e.by_whom in (
                            select p.manager from project p where p.key = :project
                            union select m.person from project_member m where m.project = :project
                            union select m.username from team_member m where m.team = :team)
                        and e.by_whom not in (select m.username from team_member m where m.team = s.team))
            order by w.number
            """;

    private final JdbcClient jdbc;

    ClosedAloneFigure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Measure measure() {
        return Measure.INCIDENTS_CLOSED_ALONE;
    }

    @Override
    public Found count(Handover handover) {
        var closed = jdbc.sql(CLOSED)
                .param("service", handover.service())
                .param("project", handover.project())
                .param("team", handover.projectTeam())
                .param("since", handover.requestedAt().atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list();
        return Found.of(
                closed.size(),
                closed.isEmpty()
                        ? "no incident or drill was closed by the receiving team alone yet"
                        : "%d closed by the receiving team alone: %s"
                                .formatted(closed.size(), String.join(", ", closed)));
    }
}
