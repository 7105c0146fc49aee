package org.relevo.handover;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents that are raised for practice, so that the receiving engineers show that they can close them. */
@Component
public class Drills {

    private final HandoverReading reading;
    private final Incidents incidents;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Drills(HandoverReading reading, Incidents incidents, JdbcTemplate jdbc, Clock clock) {
        this.reading = reading;
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Raises one for the service of a handover; it is a real case of a low priority, whose title says that it is a drill. */
    @Transactional
    public WorkItem raise(WorkItemNumber number, String title, Actor by) {
        var handover = reading.get(number);
        if (!handover.status().open()) {
            throw new Refusal.Conflict("%s is %s and has no drills any more."
                    .formatted(number, handover.status().word()));
        }
        if (!reading.project(handover).ledBy(by)) {
            reading.requireAnswers(handover, by);
        }
        var named = title.strip();
        if (named.isEmpty() || named.length() > 180) {
            throw new Refusal.Invalid("title", "Say in 1 to 180 characters what is to be practised.");
        }
        var raised = incidents.raise(
                new RaiseIncident(
                        "Drill: " + named,
                        "A drill of handover %s. Work on it as on a real incident.".formatted(number),
                        Rating.LOW,
                        Rating.LOW,
                        handover.service(),
                        "drill of handover " + number),
                // who may hand over or accept may practise, also without the role of an agent
                Actor.system(by.name()));
        jdbc.update(
                "insert into handover_drill (incident, number, by_whom, at) values (?, ?, ?, ?)",
                raised.number().value(),
                number.value(),
                by.name(),
                Timestamp.from(clock.instant()));
        return raised;
    }

    /** Numbers of the drills of a handover, the newest first. */
    public List<WorkItemNumber> of(WorkItemNumber number) {
        return jdbc.query(
                "select incident from handover_drill where number = ? order by at desc, incident desc",
                (row, index) -> new WorkItemNumber(HandoverRows.text(row, "incident")),
                number.value());
    }
}
