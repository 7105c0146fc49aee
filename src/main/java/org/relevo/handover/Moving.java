package org.relevo.handover;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.relevo.people.Actor;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets what is open of a project and its service move with the service; the cases keep their numbers and history. */
@Component
class Moving {

    private static final String OPEN = """
            select 'ISSUE' as kind, w.number as reference, w.title, '/project-issues/' || w.number as address
                from project_issue i join work_item w on w.number = i.number
                where i.project = :project and i.ended_at is null
            union all
            select 'ACTION', a.number, a.title, '/project-actions/' || a.number
                from project_issue_action a join project_issue i on i.number = a.issue
                where i.project = :project and a.status = 'OPEN'
            union all
            select 'RISK', r.id::text, r.title, '/projects/' || r.project || '/risks/' || r.id
                from project_risk r where r.project = :project and r.state = 'OPEN'
            union all
            select 'WORKAROUND', c.id::text, c.text, '/incidents/' || w.number
                from crisis_workaround c join work_item w on w.number = c.work_item
                where w.service = :service and c.withdrawn_at is null and w.state <> 'CLOSED'
            union all
            select 'KNOWN_ERROR', r.number, w.title, '/rcas/' || r.number
                from rca r join work_item w on w.number = r.number join work_item i on i.number = r.incident
                where i.service = :service
                    and exists (select from corrective_action a where a.rca = r.number and a.status = 'OPEN')
            union all
            select 'ACTION', a.number, w.title, '/actions/' || a.number
                from corrective_action a join work_item w on w.number = a.number
                    join rca r on r.number = a.rca join work_item i on i.number = r.incident
                where i.service = :service and a.status = 'OPEN'
            """;

    private final JdbcTemplate jdbc;
    private final org.springframework.jdbc.core.simple.JdbcClient client;
    private final HandoverReading reading;
    private final Timeline timeline;
    private final Clock clock;

    Moving(
            JdbcTemplate jdbc,
            org.springframework.jdbc.core.simple.JdbcClient client,
            HandoverReading reading,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.reading = reading;
        this.timeline = timeline;
        this.clock = clock;
    }

    record Open(String kind, String reference, String title, String address) {}

    /** What moved before stays as it moved. */
    void move(Handover handover, Actor by) {
        var owner = reading.acceptor(handover).orElse(null);
        var now = clock.instant();
        for (var one : client.sql(OPEN)
                .param("project", handover.project())
                .param("service", handover.service())
                .query(Open.class)
                .list()) {
            var moved = jdbc.update(
                    """
                    insert into handover_moved (number, kind, reference, title, address, owner, at)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                    handover.number().value(),
                    one.kind(),
                    one.reference(),
                    one.title(),
                    one.address(),
                    owner,
                    Timestamp.from(now));
            if (moved == 1 && one.reference().contains("-")) {
                timeline.append(
                        new WorkItemNumber(one.reference()),
                        new TimelineEvent(
                                now,
                                "HANDED_OVER",
                                "Moved to operations with %s"
                                        .formatted(reading.service(handover.service())
                                                .name()),
                                by.name(),
                                "handover " + handover.number()));
            }
        }
    }

    List<Moved> of(WorkItemNumber number) {
        return jdbc.query(
                "select * from handover_moved where number = ? order by kind, at, reference",
                (row, index) -> new Moved(
                        HandoverRows.text(row, "kind"),
                        HandoverRows.text(row, "reference"),
                        HandoverRows.text(row, "title"),
                        HandoverRows.text(row, "address"),
                        row.getString("owner"),
                        HandoverRows.at(row, "at"),
                        HandoverRows.instant(row, "closed_at"),
                        row.getString("closed_by")),
                number.value());
    }
}
