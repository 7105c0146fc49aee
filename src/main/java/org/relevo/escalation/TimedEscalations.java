package org.relevo.escalation;

import java.time.Instant;
import java.util.Optional;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.relevo.workitem.WorkItems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The levels of escalations, as the watchdog sees them. */
@Component
class TimedEscalations implements TimedWork {

    private final TimedRows timed;
    private final EscalationRows rows;
    private final Climb climb;
    private final EscalationSchedule schedule;
    private final WorkItems workItems;

    TimedEscalations(
            JdbcTemplate jdbc, EscalationRows rows, Climb climb, EscalationSchedule schedule, WorkItems workItems) {
        this.timed = new TimedRows(jdbc, "escalation", EscalationTask.NAME);
        this.rows = rows;
        this.climb = climb;
        this.schedule = schedule;
        this.workItems = workItems;
    }

    @Override
    public String kind() {
        return "escalation";
    }

    @Override
    public TimedRows rows() {
        return timed;
    }

    @Override
    @Transactional
    public Optional<Overdue> rescue(long id, Instant dueBefore) {
        var late = timed.take(id, dueBefore);
        if (late.isPresent()) {
            climb.on(id);
            rearm(id);
        }
        return late.filter(was -> timed.nextAt(id).filter(was.dueAt()::equals).isEmpty());
    }

    @Override
    @Transactional
    public void rearm(long id) {
        rows.caseOf(id)
                .flatMap(workItems::locked)
                .ifPresent(item -> timed.nextAt(id).ifPresent(next -> schedule.at(id, item, next)));
    }
}
