package org.relevo.commitment;

import java.time.Instant;
import java.util.Optional;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.relevo.workitem.WorkItems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The checkpoints of commitments, as the watchdog sees them. */
@Component
class TimedCommitments implements TimedWork {

    private final TimedRows timed;
    private final CommitmentRows rows;
    private final CheckpointDesk desk;
    private final CheckpointSchedule schedule;
    private final WorkItems workItems;

    TimedCommitments(
            JdbcTemplate jdbc,
            CommitmentRows rows,
            CheckpointDesk desk,
            CheckpointSchedule schedule,
            WorkItems workItems) {
        this.timed = new TimedRows(jdbc, "commitment", CheckpointTask.NAME);
        this.rows = rows;
        this.desk = desk;
        this.schedule = schedule;
        this.workItems = workItems;
    }

    @Override
    public String kind() {
        return "commitment";
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
            desk.handle(id);
            rearm(id);
        }
        return late.filter(was -> timed.nextAt(id).filter(was.dueAt()::equals).isEmpty());
    }

    @Override
    @Transactional
    public void rearm(long id) {
        var item = rows.caseOf(id).flatMap(workItems::locked).orElse(null);
        var commitment = rows.locked(id).filter(Commitment::running).orElse(null);
        if (item != null && commitment != null) {
            timed.nextAt(id).ifPresent(next -> schedule.move(commitment, item, next));
        }
    }
}
